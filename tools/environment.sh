#!/bin/sh
# Makes the environment in .venv whole, or says in one line what is in the way.
# ./desertion and make start with it: `environment.sh` for who runs the dashboard, `environment.sh
# dev` for who changes it too. Where nothing is to be done it takes a blink.
#
# What was installed is known by a copy of the list it was installed from, not by times: a clone or
# a move changes those. Nothing in .venv is started by its script, whose first line names the folder
# that it was made in, but by `python -m`: so a checkout may be moved. Python stands between here
# and anything better than sh, and may be missing or old.
set -u
cd -- "$(dirname -- "$0")/.." || exit 2
kind=${1:-run}
within=.venv/bin/python

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 2; }
has_uv() { command -v uv >/dev/null 2>&1; }
is_new_enough() { # by its word: a file that is empty, as on a full disk, runs too
    [ "$("$1" -I -c 'import sys; print(sys.version_info >= (3, 11))' 2>/dev/null)" = True ]
}
version_of() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null; }
finds() { "$within" -I -c "import importlib.util as u, sys; sys.exit(u.find_spec('$1') is None)"; }

list() {
    if [ "$kind" = dev ]; then cat requirements.txt requirements-dev.txt; else cat requirements.lock; fi
}

is_whole() {
    list | cmp -s - ".venv/installed-$kind" && is_new_enough "$within" && finds streamlit
}

can_be_filled() {
    is_new_enough "$within" && { has_uv || finds pip; }
}

# Sets `python` to the first that is new enough: $PYTHON alone if it is given.
choose_python() {
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3 python3.14 python3.13 python3.12 python3.11
    fi
    for python; do
        if is_new_enough "$python"; then return; fi
    done
    python=
    old=$(version_of "$1") || old=
    if [ -z "${PYTHON:-}" ] && has_uv; then
        python=">=3.11" # uv fetches one
    elif [ -n "$old" ]; then
        fail "Python $old is too old: 3.11 or newer is needed. To name another: PYTHON=/path/to/python3"
    else
        fail "There is no Python here ($1): install Python 3.11 or newer, or uv, which brings one."
    fi
}

make_environment() {
    choose_python
    if [ -e .venv ] || [ -L .venv ]; then
        say "The environment in .venv does not work; it is made anew."
        rm -rf .venv
    fi
    if has_uv; then
        uv venv --quiet --python "$python" .venv || fail "uv could not make an environment in .venv."
        return
    fi
    said=$("$python" -m venv .venv 2>&1) && return
    rm -rf .venv
    case $said in
    *"ensurepip is not available"*)
        fail "Python lacks a package that makes environments: apt install python$(version_of "$python")-venv"
        ;;
    esac
    fail "No environment could be made in .venv: $(printf '%s\n' "$said" | tail -n 1)"
}

# pip names a package when it starts with it: counted, in place of a hundred lines.
count_packages() {
    count=0
    while read -r word rest; do
        case $word in
        Collecting)
            count=$((count + 1))
            if [ -t 2 ]; then printf '\r%s packages' "$count" >&2; fi
            ;;
        ended:)
            if [ -t 2 ] && [ "$count" -gt 0 ]; then printf '\n' >&2; fi
            return "$rest"
            ;;
        esac
    done
}

install() {
    if has_uv; then
        uv pip install --quiet --python "$within" "$@"
    else
        {
            "$within" -m pip install --disable-pip-version-check --no-input --progress-bar off "$@"
            echo "ended: $?"
        } | count_packages
    fi
}

fill_environment() {
    say "Installing what is needed into .venv; the first time it takes a minute or two."
    if [ "$kind" = dev ]; then
        install -r requirements-dev.txt
    else
        install --require-hashes -r requirements.lock
    fi || fail "Not everything could be installed; the lines above say why. What is there is kept."
    ln -sf ../../desertion .venv/bin/desertion
    cp requirements.lock .venv/installed-run
    list >".venv/installed-$kind"
}

is_whole && exit
can_be_filled || make_environment
fill_environment

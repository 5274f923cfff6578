"""What the browser draws a chart from, and that the script it draws with finds its bundle."""

from __future__ import annotations

import json
import re

from charts.look.drawing import Drawing
from charts.look.style import LIGHT
from pages.shared.chart import SCRIPT, make_plot
from server.compressed import find_assets


def test_a_plot_holds_words_data_and_layout_as_one_json_object():
    drawing = Drawing(LIGHT, 300)
    drawing.add_scatter(x=["2024-01-01"], y=[684], hovertext=['"684" </script>'])
    plot = make_plot(drawing, 'Says "684", \\ and ;', still=True)
    assert plot
    found = json.loads(plot.spec)
    assert list(found) == ["alt", "still", "data", "layout"]
    assert found["alt"] == 'Says "684", \\ and ;'
    assert found["still"] is True
    assert found["data"][0]["hovertext"] == ['"684" </script>']
    assert found["layout"]["height"] == 300


def test_the_bundle_that_the_script_asks_for_is_served_under_its_version():
    (name,) = re.findall(r"assets/plotly-basic-[0-9.]+\.min\.js", SCRIPT.read_text("utf-8"))
    bundle = find_assets()[f"/{name}"].read_text("utf-8")
    assert f"v{re.findall('[0-9.]+[0-9]', name)[0]}\n" in bundle[:200]


def test_the_script_writes_no_markup_and_runs_nothing_that_it_is_given():
    script = SCRIPT.read_text("utf-8")
    for forbidden in ("innerHTML", "insertAdjacentHTML", "eval(", "Function(", "document.write"):
        assert forbidden not in script

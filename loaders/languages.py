"""The languages that an article can be written in: the codes of ISO 639-1, and usual slips."""

from __future__ import annotations

_CODES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu "
    "hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb "
    "lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om "
    "or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw "
    "ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
LANGUAGES = tuple(_CODES.split())
"""All codes of two letters."""

SLIPS = {
    "al": "sq",
    "by": "be",
    "cn": "zh",
    "cz": "cs",
    "dk": "da",
    "eng": "en",
    "ge": "ka",
    "ger": "de",
    "gr": "el",
    "il": "he",
    "iw": "he",
    "jp": "ja",
    "kz": "kk",
    "rus": "ru",
    "ua": "uk",
    "ukr": "uk",
    "vn": "vi",
}
"""What is no code, mostly of a country -> the code that was meant."""

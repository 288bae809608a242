"""Words that are a country in one sentence and something else in another. Markup: [[words]]{CODE}."""

from __future__ import annotations

import pytest
import spacy

from coalition_nlp.knowledge.countries import countries
from coalition_nlp.pipes.base import View, facts
from coalition_nlp.pipes.countries.component import find_countries

from .test_countries import marked

GERMAN = [
    # Georgien, Georgia
    "Tiflis liegt in [[Georgien]]{GE}, Atlanta in Georgia.",
    "Die [[georgische]]{GE} Delegation traf [[Georgier]]{GE} in der Hauptstadt.",
    "Im US-Bundesstaat Georgia wurde neu ausgezählt.".replace("US", "[[US]]{US}"),
    # joined adjectives that open a sentence, countries parted by a slash
    "[[Deutsch]]{DE}-[[norwegische]]{NO} Beratungen beginnen. Der Deutsch-Kurs fällt aus.",
    "Kairo/[[Iran]]{IR} – Der Streit geht weiter, mehr unter https://example.org/Norwegen/Irland im Netz.",
    # Jordanien, Jordan
    "Der König von [[Jordanien]]{JO} badete im Jordan.",
    "Michael Jordan warf daneben; der [[jordanische]]{JO} Trainer lachte.",
    "Am Westufer des Jordan warten [[Jordanier]]{JO}.",
    # Niger, Nigeria
    "In [[Niger]]{NE} und [[Nigeria]]{NG} regnet es.",
    "Die Armee [[Nigers]]{NE} putschte, die Armee [[Nigerias]]{NG} nicht.",
    "Der [[nigrische]]{NE} General besuchte seinen [[nigerianischen]]{NG} Freund.",
    "[[Nigrer]]{NE} und [[Nigerianer]]{NG} stimmten ab.",
    "Die [[Niger]]{NE}-Mission endet, sagte der Minister im [[Niger]]{NE}.",
    "Im Nigerdelta und im Niger-Delta wird Öl gefördert.",
    # Guinea
    "[[Guinea]]{GN}, [[Guinea-Bissau]]{GW}, [[Äquatorialguinea]]{GQ} und [[Papua-Neuguinea]]{PG} unterschrieben.",
    "Im Golf von Guinea kreuzte ein [[guineisches]]{GN} Schiff.",
    "[[Äquatorialguineas]]{GQ} Präsident empfing Gäste aus [[Papua-Neuguinea]]{PG}.",
    # Kongo
    "Aus dem [[Kongo]]{CD} kamen Beobachter.",
    "Die [[DR Kongo]]{CD} und [[Kongo-Brazzaville]]{CG} stritten.",
    "In der [[Demokratischen Republik Kongo]]{CD} wählten die [[Kongolesen]]{CD}.",
    "In [[Kongo-Kinshasa]]{CD} begann der Prozess.",
    # Mali
    "Aus [[Mali]]{ML} zogen die Truppen ab, [[Malis]]{ML} Junta blieb; ein [[Malier]]{ML} bedauerte das.",
    "Der [[Mali]]{ML}-Einsatz und das [[Mali]]{ML}mandat liefen aus.",
    "Die [[malische]]{ML} Regierung schwieg, die [[maltesische]]{MT} auch.",
    # Tschad
    "Der [[Tschad]]{TD} half, die Soldaten des [[Tschads]]{TD} und die [[tschadische]]{TD} Luftwaffe starteten.",
    "Am Tschadsee leben Fischer aus dem [[Tschad]]{TD}.",
    # Oman
    "Der [[Oman]]{OM} vermittelt; [[Omans]]{OM} Sultan und ein [[omanischer]]{OM} Gesandter reisten an.",
    "Im Golf von Oman brannte ein Tanker.",
    # Iran, Irak
    "Der [[Iran]]{IR} und der [[Irak]]{IQ}, die [[Iraner]]{IR} und die [[Iraker]]{IQ}, [[iranisch]]{IR} und "
    "[[irakisch]]{IQ}.",
    "Die Wahlen des [[Irak]]{IQ} und des [[Irans]]{IR}, der [[Irak]]{IQ}krieg und die [[Iran]]{IR}-Krise.",
    "Die [[irakisch]]{IQ}-[[iranische]]{IR} Grenze ist lang.",
    # Türkei, Irland
    "Die [[Türkei]]{TR}, [[türkische]]{TR} Soldaten, eine [[Türkin]]{TR} und der [[Türkei]]{TR}-Deal.",
    "[[Irland]]{IE} und [[Nordirland]]{GB} teilen eine Insel.",
    "Die [[Nordiren]]{GB} wählten anders als die [[Iren]]{IE}.",
    # firms, languages, seas, papers
    "Die Deutsche Bank und die Kunden der Deutschen Bank warteten, die [[deutsche]]{DE} Bank am Markt nicht.",
    "American Airlines fliegt wieder, Air France streikt, Turkish Airlines nicht.",
    "Er sagte auf Französisch ab und schrieb auf Englisch zu.",
    "Sie lernt Deutsch und Russisch, ihr [[russischer]]{RU} Lehrer spricht Polnisch.",
    "Sie übersetzte ins Türkische, aus dem Arabischen und vom Deutschen ins [[französische]]{FR} Amt.",
    "Der Vertrag liegt im [[deutschen]]{DE} Bundestag, nicht im Russischen.",
    "Er spricht Deutsch und Französisch, [[deutsche]]{DE} und [[französische]]{FR} Gäste verstehen ihn.",
    "Der Text erschien in französischer Sprache, der [[französische]]{FR} Autor schwieg.",
    "Die [[Russland]]{RU}-Sanktionen und die [[Russland]]{RU}sanktionen gelten.",
    "In New Mexico gab es einen Test, in [[Mexiko]]{MX} ein Beben.",
    "Die Panama Papers und die Panama-Papiere nennen eine Firma in [[Panama]]{PA}.",
    "Im Indischen Ozean übte die [[indische]]{IN} Marine.",
    "Das Südchinesische Meer ist umstritten, im Ostchinesischen Meer übte [[China]]{CN}.",
    "[[Nordkorea]]{KP} droht [[Südkorea]]{KR}; die [[nordkoreanische]]{KP} Führung und die [[Südkoreaner]]{KR} tagen.",
    "Korea gewann das Spiel, [[Nord]]{KP}- und [[Südkorea]]{KR} verloren.",
    # historic
    "Die [[Sowjetunion]]{SU} zerfiel, ein [[sowjetischer]]{SU} Panzer blieb stehen.",
    "[[Jugoslawien]]{YU} und die [[Tschechoslowakei]]{CS} gibt es nicht mehr.",
    "In der [[DDR]]{DD} wurde die Grenze geschlossen; die [[DDR]]{DD}-Führung wankte.",
    # capitals are places
    "Moskau lehnt ab, Teheran auch, und aus Washington kam nichts.",
]

ENGLISH = [
    # Georgia
    "Troops entered [[Georgia]]{GE} from the north, and [[Georgian]]{GE} officials complained.",
    "The vote was recounted in Georgia, where Atlanta is the largest city.",
    "Georgia O'Brien met the minister from [[Georgia]]{GE}.",
    "Russia's invasion of Georgia".replace("Russia", "[[Russia]]{RU}").replace("Georgia", "[[Georgia]]{GE}")
    + " was brief.",
    "He was elected in the US state of Georgia.".replace("US", "[[US]]{US}"),
    # towns in America, countries parted by a slash
    "The mill stands in Lebanon, Tennessee, the other in Peru, New Hampshire.",
    "In [[Peru]]{PE}, Washington was blamed; in [[Jordan]]{JO}, [[Georgia]]{GE} was praised.",
    "[[Burma]]{MM}/[[Myanmar]]{MM} signed; see https://example.org/Norway/Ireland for more.",
    # Jordan
    "Aid reached [[Jordan]]{JO}, said Michael Jordan.",
    "[[Jordan]]{JO}'s king spoke; a [[Jordanian]]{JO} pilot listened.",
    "They were baptised in the River Jordan, and the Jordan River is shallow.",
    "The settlers live in the Jordan Valley.",
    # Niger, Nigeria
    "[[Niger]]{NE} and [[Nigeria]]{NG} closed the border; [[Nigeriens]]{NE} and [[Nigerians]]{NG} waited.",
    "Oil flows from the Niger Delta; a [[Nigerien]]{NE} officer and a [[Nigerian]]{NG} one met.",
    # Guinea
    "[[Guinea]]{GN}, [[Guinea-Bissau]]{GW}, [[Equatorial Guinea]]{GQ} and [[Papua New Guinea]]{PG} signed.",
    "The ship was in the Gulf of Guinea with [[Guinean]]{GN} sailors and a guinea pig.",
    "Every Guinea pig died.",
    # Congo
    "Fighting in eastern [[Congo]]{CD} went on.",
    "The [[DRC]]{CD} and [[Congo-Brazzaville]]{CG} were absent.",
    "A ferry sank on the Congo River in the [[DR Congo]]{CD}.",
    # Mali, Chad, Oman
    "[[Mali]]{ML} expelled the envoy, and [[Malian]]{ML} soldiers cheered.",
    "[[Chad]]{TD} sent troops with a [[Chadian]]{TD} general; Chad Smith wrote about Lake Chad.",
    "[[Oman]]{OM} mediated, an [[Omani]]{OM} official said, after the attack in the Gulf of Oman.",
    # Turkey, Ireland, Northern Ireland
    "[[Turkey]]{TR} bought missiles, while the chef bought a turkey.",
    "[[Türkiye]]{TR} and [[Turkish]]{TR} ministers agreed.",
    "[[Ireland]]{IE} and [[Northern Ireland]]{GB} share an island.",
    "Jill Ireland sang in [[Ireland]]{IE}.",
    # firms, languages, seas, papers
    "Deutsche Bank, American Airlines and British Airways cut jobs.",
    "The [[Polish]]{PL} minister had to polish his speech, a finish that the [[Finnish]]{FI} one admired.",
    "Blue china was sold in [[China]]{CN}.",
    "He wrote it in French and spoke fluent Russian to a [[Russian]]{RU} guest.",
    "She said in German that the [[German]]{DE} side agreed.",
    "It was translated from Arabic into Turkish.",
    "The Indian Ocean is warm, the [[Indian]]{IN} navy said.",
    "The Panama Papers named a firm from [[Panama]]{PA}.",
    "New Mexico and the Gulf of Mexico are far from [[Mexico]]{MX}.",
    "The [[Russia]]{RU} sanctions and anti-[[Russian]]{RU} measures stay.",
    "[[North Korea]]{KP} fired, [[South Korea]]{KR} protested, [[North Korean]]{KP} and [[South Korean]]{KR} envoys met.",
    "[[North]]{KP} and [[South Korea]]{KR} agreed.",
    "Ships in [[British]]{GB} and [[American]]{US} waters; she spoke in German and Polish.",
    "The French-speaking provinces and the [[French]]{FR}-led mission; the Polish language is hard.",
    "The South China Sea and the Sea of Japan are busy.",
    # historic
    "The [[Soviet Union]]{SU} fell, [[Soviet]]{SU} archives opened.",
    "[[Yugoslavia]]{YU}, [[Czechoslovakia]]{CS} and [[East Germany]]{DD} are history.",
    # capitals are places
    "Moscow rejects it, Tehran too, and nothing came from Washington.",
]


@pytest.mark.parametrize(("language", "text"), [("de", t) for t in GERMAN] + [("en", t) for t in ENGLISH])
def test_reading(language: str, text: str) -> None:
    plain, expected = marked(text)
    view = View(spacy.blank(language)(plain), language)
    assert [(plain[f.start : f.end], f.alpha2) for f in find_countries(view)] == expected


@pytest.mark.parametrize("code", ["SU", "YU", "CS", "DD"])
def test_historic_states_are_flagged(code: str) -> None:
    assert countries()[code].historic


@pytest.mark.parametrize(
    ("language", "text", "capitals"),
    [
        ("de", "Moskau lehnt den Plan ab. Teheran warnte vor Folgen.", ["Moscow", "Tehran"]),
        ("de", "Verhandlungen mit Ankara laufen, Paris hat zugesagt.", ["Ankara", "Paris"]),
        ("en", "Moscow rejected the plan. Tehran warned of consequences.", ["Moscow", "Tehran"]),
        ("en", "Talks with Ankara continue, and Paris has agreed.", ["Ankara", "Paris"]),
    ],
)
def test_a_capital_for_its_government_is_a_place_and_not_the_country(
    language: str, text: str, capitals: list[str]
) -> None:
    nlp = spacy.blank(language)
    nlp.add_pipe("coalition_countries")
    nlp.add_pipe("coalition_places")
    found = facts(nlp(text))
    assert found["countries"] == []
    assert [(p["name"], p["reading"]) for p in found["places"]] == [(c, "government") for c in capitals]

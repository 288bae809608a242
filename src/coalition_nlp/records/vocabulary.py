"""The closed vocabularies of the records. PLOVER terms follow the PLOVER manual of February 2024."""

from __future__ import annotations

from typing import Literal

LanguageCode = Literal["de", "en"]

Role = Literal[
    "minister", "deputy_minister", "head_of_government", "head_of_state", "secretary_general", "envoy",
    "ambassador", "spokesperson", "director", "military_officer", "legislator", "official", "other",
]  # fmt: skip
Portfolio = Literal["foreign", "defence", "interior", "finance", "economy", "justice", "development", "other"]
FactSource = Literal["text", "knowledge"]

CountryForm = Literal["name", "adjective", "demonym", "compound"]
OrganizationKind = Literal[
    "alliance", "international", "government", "military", "armed_group", "party", "media", "other"
]
PlaceReading = Literal["place", "government"]

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
TimeMod = Literal[
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
    "START", "MID", "END", "APPROX",
]  # fmt: skip

FigureKind = Literal["count", "money", "percent", "fraction", "measure"]
FigureModifier = Literal["exact", "approx", "more_than", "at_least", "less_than", "at_most", "range"]

PloverType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
PloverMode = Literal[
    "visit", "third-party", "multilateral", "phone",
    "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
    "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    "troops", "weapons", "police", "militia",
    "disapprove", "allege", "investigate",
    "assist", "change", "yield", "meet",
    "restrict", "arrest", "relations", "expel", "territory", "violence",
    "convict", "withdraw", "discontinue",
    "release", "disarm", "ceasefire", "access", "resign",
    "demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize",
    "seize", "censor", "curfew", "martial-law", "deport", "withhold", "misinformation", "cyber",
]  # fmt: skip
PloverContext = Literal[
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
    "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
    "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn",
    "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
]  # fmt: skip

Polarity = Literal["affirmed", "negated"]
Modality = Literal["asserted", "planned", "proposed", "conditional", "reported"]

MeetingKind = Literal[
    "talks", "ministerial", "summit", "conference", "press_conference", "call", "visit", "signing", "other"
]
MeetingFormat = Literal["in_person", "virtual", "hybrid", "unknown"]
MeetingStatus = Literal["held", "ongoing", "planned", "postponed", "cancelled", "proposed"]
ParticipantRole = Literal["attendee", "host", "chair", "representative", "absent"]
PledgeKind = Literal["money", "troops", "equipment", "aid", "training", "other"]
MilitaryKind = Literal[
    "airstrike", "drone_strike", "shelling", "bombing", "attack", "killing", "operation", "deployment", "withdrawal",
    "training", "exercise",
]  # fmt: skip
TerritoryKind = Literal["taken", "lost", "liberated"]
AgreementKind = Literal["signed", "reached", "ratified", "joined", "extended", "ended", "ceasefire"]
SanctionKind = Literal["imposed", "extended", "tightened", "lifted", "expulsion", "relations"]
EntityKind = Literal["person", "country", "organization", "group", "title"]

StatementKind = Literal["direct", "indirect"]

BlockKind = Literal["title", "body", "caption", "byline", "navigation", "quote_embed"]
PublishedFrom = Literal["argument", "metadata", "dateline", "file name"]

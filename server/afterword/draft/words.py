"""Small closed word lists about names that several parts of the parser share."""

from __future__ import annotations

TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir madam dame lord lady rev reverend father sister "
    "hon judge capt captain col colonel major lt sgt eng engr engineer ing arch atty barr pharm "
    "surv "
    "herr frau fräulein señor señora señorita sr sra srta don doña dr.in monsieur madame "
    "mademoiselle mme mlle sig signor signora signorina dott dott.ssa shri sri smt shrimati "
    "kumari ustad sheikh shaikh tuan puan encik datuk dato haji hajah pak bu ibu bapak dhr mevr "
    "mevrouw meneer heer pan pani senhor senhora doutor doutora rabbi cllr ambassador senator "
    "monsignor msgr".split()
)
PARTICLES = frozenset(
    "van von der den de del dela delas delos della dello degli dei di da das dos do du la le les "
    "los las el al ul bin binti bint binte ibn ben bar ap ab ó ní nic mac mc ter ten te zu zum zur "
    "af av y e i und wa d/o s/o a/l a/p".split()
)
# Of those and of the titles, the ones that are somebody's given name where they stand first.
GIVEN_TOO = frozenset("ben anh tuan les nic del dean".split())
# Behind a name in Chinese, Japanese or Korean script, without a space.
CJK_HONORIFICS = tuple("様 さま さん 殿 先生 氏 女士 小姐 老師 老师 经理 經理 선생님 님 씨".split())
# These stand after a name and are no part of it.
SUFFIXES = frozenset("jr sr ii iii iv phd md mba cpa pe esq san sama sensei hanım bey".split())
# Some are given names too, where another name follows: Monday Okoro.
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
# In small letters these are kisses, behind a sign-off or a name.
KISSES = frozenset("x xx xxx xo xoxo".split())

# Beside a name these fall away ("Hi Dana and all", "Hello there Omar").
COMPANIONS = frozenset(
    "there all everyone everybody both again y'all yall guys folks dear friend friends".split()
)
# Before a surname these are honorifics ("Principal Pierce"); alone they name an office.
ROLE_TITLES = frozenset(
    "principal director chef coach dean president manager coordinator recruiter editor officer "
    "vice deputy chief supervisor "
    "chairperson chairman chairwoman councillor councilor pastor nurse sir madam ma'am ma’am maam "
    "sister brother father hiring general managing assistant matron vicar headmaster headmistress "
    "headteacher".split()
)
# A greeting with one of these names an office, not a person.
NOBODY = frozenset(
    "team people sir madam ma'am maam mam sirs gentlemen gentleman ladies colleagues hiring "
    "manager managers recruiter recruiters recruiting recruitment committee panel director "
    "department departments human resources hr talent acquisition staff interviewer "
    "interviewers whom it concern concerned selection board representative coordinator "
    "principal chairperson member members crew group office editor employer search personnel "
    "applicant candidate associates company inc ltd corporation university school partners "
    "services solutions name interviewer's interviewer’s manager's manager’s recruiter's "
    "recruiter’s professional professionals whoever someone leadership management admissions "
    "officer ma dude bro man buddy mate guys folks boss bossing supervisor supervisors "
    "foreman respected esteemed honourable honorable valued prospective future headmaster "
    "headmistress headteacher head teacher colleague owner owners chair chairman chairwoman gang "
    "trustees governors landlord landlady matron vicar examiner examiners assessor assessors host "
    "hosts faculty editor-in-chief admin lab client clients reader readers world".split()
)
# Of those, the ones that are family names too, behind a title or another name: Mr. Ma, Carrie Man.
SURNAMES_TOO = frozenset(
    "ma man mam boss foreman buddy head teacher reader host chair gang world".split()
)
# The ones that are nobody's name anywhere.
NO_PERSON = NOBODY - SURNAMES_TOO
# A capitalised word from this list is not somebody's name.
NOT_A_NAME = frozenset(
    "i i'm i've i'd it it's its the this that these those a an in on at as if when while since "
    "after before thank thanks thankyou please he she they you your his her their what how why "
    "where who which is are was were do does did can could would will should may might and but "
    "so or also again however having with for from by to not no yes once both all any some "
    "looking hope hoping just being during given because although though kindly best regards "
    "sincerely yours my we our us let apologies sorry great good nice lovely really very it’s "
    "i’m i’ve i’d first second third last next today yesterday tomorrow following further "
    "furthermore additionally finally meanwhile overall lastly unfortunately update quick "
    "question questions follow follow-up followup interview meeting application re fwd fw subject "
    "date note hello hi hey dear greetings morning afternoon evening day well indeed "
    "congratulations wishing happy enjoy enjoyed appreciate appreciated grateful attached "
    "attachment enclosed per pursuant regarding concerning about monday tuesday wednesday "
    "thursday friday saturday sunday sure absolutely ok okay wow speaking following-up per "
    "hereby herewith further here there now then still".split()
)
# Of those, the ones that somebody is called as well: Will, May, Hope; He, An, You as surnames.
ALSO_A_NAME = frozenset(
    "will may hope he an so my do in you she to on day best how just well sunday happy bless "
    "no at are been now then still here there".split()
)

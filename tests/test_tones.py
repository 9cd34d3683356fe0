"""Sentences in many Englishes that change the tone of an email, and those near them that do not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from afterword.draft.model import Context, Kind, Sender
from afterword.draft.parse import parse
from tests.drafts import outcome, report

CHECKS = ("pressure", "negative-tone", "casual-tone", "pay-talk", "stock-phrase")


def said(sentence: str) -> set[str]:
    """Return the checks that find something in a follow-up with this sentence in it."""
    text = f"Dear Dana,\n\nThank you for the interview. {sentence}\n\nKind regards,\nPriya Nair"
    draft = parse("Data Engineer interview", text, Context(kind=Kind.FOLLOW_UP))
    return {ended.check.id for ended in report(draft).outcomes if ended.findings} & set(CHECKS)


PLAIN: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("tones.toml").read_text("utf-8")
)


@pytest.mark.parametrize("check", CHECKS)
def test_a_fault_in_quiet_words_is_found(check: str) -> None:
    assert [sentence for sentence in PLAIN[check] if check not in said(sentence)] == []


def test_what_is_near_such_a_fault_is_left_alone() -> None:
    assert {sentence: found for sentence in PLAIN["alike"] if (found := said(sentence))} == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Let us know before tonight.",
        "I need answer by Monday.",
        "I require a written reply within two days.",
        "Else I take this matter to your head office and your board.",
        "I wait until Tuesday and then I'm gone.",
        "I expect your confirmation by Wednesday.",
        "Otherwise I will consider the matter closed.",
        "It is only fair that you tell me.",
        "There is no need to interview anybody else.",
        "Kindly do your part and confirm my selection.",
        "So is it yes or no by Monday?",
        "Kindly revert with the outcome before noon.",
        "I request you to confirm by Monday.",
        "Let me know the result asap.",
        "Please reply to my email by 5pm.",
        "Kindly decide within two days.",
        "I need your decision.",
        "I must have your reply by Thursday.",
        "We need a decision today.",
        "I want this done by Friday.",
        "Unless I hear from the board by Tuesday, I am out.",
        "Say yes or I'm away to the other yard.",
        "Decide, or I'm accepting theirs.",
        "Give me a ring or I'll take their job.",
        "Otherwise I'll look elsewhere.",
        "I can always take my skills elsewhere.",
        "From Monday on I'm off the market.",
        "I won't be available much longer.",
        "I cannot wait forever.",
        "Please stop keeping me waiting.",
        "It is time to make up your minds.",
        "Move before somebody else snatches me.",
        "Call me immediately.",
        "This needs your urgent attention.",
        "I'll expect a call on Monday.",
        "I expect a yes.",
        "I am expecting positive response only.",
        "I want the reasons in writing.",
        "I want an explanation.",
        "I want to know why nobody rang.",
        "I have left three messages with the desk.",
        "I've already sent you four reminders.",
        "I have phoned your office five times.",
        "Please release my joining letter.",
        "Kindly confirm my selection.",
        "When do I start?",
        "Are you taking me or not?",
        "Am I hired?",
        "I said no to a firm because of you people.",
        "How much longer must I sit by the phone?",
        "How long do I have to wait?",
        "What is taking so long?",
        "Why are you taking this long?",
        "If I sign with them, it will be your loss.",
        "Welders with my years are rare, and people like me do not usually wait.",
        "As far as I can see the desk is already mine.",
        "Do not disappoint me.",
        "A phone call is the least you could do.",
        "I should like your decision before Monday.",
        "I don't plan to sit by the phone.",
        "My friends know I basically have the job.",
        "Don't make me look foolish.",
        "Make up your mind soon.",
        "Would you please make up your minds?",
        "Update me on it asap.",
        "Tell me today, yes or no.",
        "I trust I will have the offer by Monday.",
        "Confirm the date by return.",
        "You should decide fast.",
        "I have had no answer from you.",
        "There is still no reply to my two letters.",
        "I must insist on an answer.",
        "You need to tell me now.",
        "It is your duty to answer.",
        "I expect you to keep your word.",
        "Please expedite my file.",
        "Could you speed up the process?",
        "Make your decision quickly.",
        "I have other offers and need to know by tomorrow whether you want me.",
        "I expect to hear from you by tomorrow.",
        "Unless you match it, I will go there.",
        "I must hear by Friday.",
        "Choose me, or I go elsewhere.",
        "I'll assume that I got the job.",
        "It has been two weeks of total silence from your side.",
        "Please reply me today itself.",
        "Kindly revert to me today.",
        "I expect to hear by return.",
        "Call me today or give it to another.",
        "Please let me know one way or the other before the weekend.",
        "Can you get me a decision by Thursday?",
        "If I hear nothing by noon, so be it.",
        "I want the contract in my inbox.",
        "A prompt reply would be expected.",
        "I count on your call tomorrow.",
        "I expect to hear from you today.",
        "I will tell everybody on the sites how you carry on.",
        "I assume the job is mine.",
        "You will not find anyone better.",
        "There is no point interviewing anybody else.",
        "A man of my standing does not wait.",
        "I must ask you to honour that.",
        "Kindly answer promptly.",
        "You have got until Wednesday to match it.",
    ],
)
def test_pressure_is_found(sentence: str) -> None:
    assert said(sentence) == {"pressure"}


@pytest.mark.parametrize(
    "sentence",
    [
        "My expected CTC is open.",
        "I would need at least 32 an hour.",
        "I should mention that I would need at least 74,500 and a car.",
        "A base of 66,000 plus fuel would suit me.",
        "Is the 12% bonus guaranteed?",
        "Id want 19 an hour for nights.",
        "I'm looking for around £31k.",
        "I expect a minimum of EUR 4,100 per month.",
        "I'd be asking for something in the region of 900 a week.",
        "I will not accept less than $61,000.",
        "I could not work for anything under 45k.",
        "My day rate is £260.",
        "Can you do 15 quid for Sundays?",
        "Could you stretch to $27 an hour?",
        "The other yard pays 24 an hour, can you match that?",
        "It is 10.50 an hour and I could not live on that.",
        "As I mentioned on the form, I will not start on less than N300k.",
        "Can they match their offer?",
        "Is mileage paid on top?",
        "Do we get time and a half on Sundays?",
        "Is there a housing allowance?",
        "What is the pay?",
        "How much does the job pay?",
        "I expect better pay.",
        "I am hoping for more money.",
        "I could not live on that wage.",
        "My yearly increment was ten percent.",
        "I am used to 20 dollars a day.",
        "I need 95 base plus a car.",
        "I won't consider anything under 120k base.",
        "I want 80k OTE.",
        "I don't move for less than 61,000 and a van.",
        "We should talk about commission.",
        "Do I get any sick leave?",
        "I want a salary hike.",
        "Is it right that it is 10.90 an hour, because I can't live on that and my rent went up in"
        " March like everybody's in this street, and I liked the shed that you showed me.",
        "Is there an equity grant?",
        "If you can do 28 an hour I am yours.",
        "Does the pay rise after the trial?",
        "I would not move for less than I have.",
        "Could we look at £29k?",
        "I think 6100 gross is the minimum for me.",
        "I would come for 60,000 and full benefits.",
        "I would like to know what the pay is during the training.",
        "Do you give time and a half at weekends?",
        "I wonder how much you pay per minute.",
        "Is the 13th month included?",
        "I hope that the gross will not be low.",
        "Is $19 the most you can do?",
        "Could the accommodation be included in the package?",
        "I need to know whether the health insurance covers dependents.",
        "May I also know what is the night differential?",
        "I was expecting nearer 41,000 euros.",
    ],
)
def test_talk_of_pay_is_found(sentence: str) -> None:
    assert said(sentence) == {"pay-talk"}


@pytest.mark.parametrize(
    "sentence",
    [
        "I will take any job you have.",
        "I would accept anything at all.",
        "I am really struggling to pay for the room.",
        "There are six mouths to feed.",
        "I have to feed my siblings.",
        "My house rent has expired.",
        "I must put food on the table.",
        "Please take pity on me.",
        "Please consider my plight.",
        "I was such an idiot in the second round.",
        "It was a waste of a train journey.",
        "I have not even been shown the courtesy.",
        "I have not received the decency.",
        "I was denied even the courtesy.",
        "My current ward is a complete shambles.",
        "The place I work now is an absolute madhouse.",
        "Where I am at present is just hopeless.",
        "Anything is nicer than the dump I drive for.",
        "The foreman is lazy.",
        "Our managers are a total joke.",
        "HR had no clue.",
        "My supervisor lied to the families.",
        "He lies to the guests.",
        "The boss doesn't know a chisel from a spoon.",
        "They could not run a raffle.",
        "Eight of us have left, serves them right.",
        "I can't wait to see the back of it.",
        "They never paid me in May.",
        "The owner owes us wages.",
        "The man is a real crook.",
        "She is a person with no manners.",
        "He changes his opinion daily.",
        "Your receptionist was so unfriendly.",
        "Your HR has been slow and sloppy.",
        "I found your silence rather rude.",
        "There are better employers than you.",
        "I have never been spoken to so badly.",
        "I was left standing for forty minutes.",
        "It was a stitch up.",
        "The interview was rigged.",
        "Your firm has a reputation for rudeness.",
        "You ghosted me.",
        "You left me in the dark.",
        "You treat applicants like cattle.",
        "They treated us very unfairly.",
        "They have zero respect for staff.",
        "I am fed up with my rota.",
        "I have had enough of them.",
        "They can't even be bothered.",
        "Nobody bothered to greet me.",
        "I feel undervalued.",
        "He is hell to work for.",
        "The second interviewer looked bored.",
        "He was on his phone throughout.",
        "I had no use for your childish quiz.",
        "I was livid.",
        "It was appalling treatment.",
        "This is hardly professional.",
        "Your website is an absolute joke.",
        "The offer is an insult.",
        "I am not best pleased.",
        "I was not exactly impressed.",
        "I think it was decided before I sat down.",
        "The man on the door could do with some manners.",
        "Please pick me.",
        "I am the sole earner at home.",
        "This is shabby treatment.",
        "It is no way to treat people.",
        "I have gone four months without work.",
        "Nobody has the decency to write.",
        "Your office cannot even return a call.",
        "The owner of my current garage is a bully.",
        "It is the most unprofessional firm I have ever dealt with.",
        "I would take any work at any wage.",
        "I would accept any post, any salary.",
        "There has been no work for me since March.",
        "Its pretty rude to leave people waiting.",
        "The lad in the office didn't know a bolt from a nut.",
        "The silence, which to my mind is not professional, surprised me.",
        "I don't find the wait acceptable.",
        "I waited fifty minutes before anybody came.",
        "You kept me waiting for an hour and ten minutes.",
        "My last boss never listened.",
        "My previous company failed to train us.",
        "There was a total lack of respect from your side.",
        "I hate my job.",
        "I hated the way I was spoken to.",
        "Your interview was a complete mess.",
        "I know I am not as good as the rest.",
        "I am not qualified enough.",
        "I blew it.",
        "My answers were awful.",
        "I was not very impressed.",
        "They could not organise a queue.",
        "My children are counting on me.",
        "Please, madam, do not forget me.",
        "Frankly, your test bench is a mess.",
        "I see that you people are not serious.",
        "Your receptionist was clearly half asleep.",
        "I work for a man who couldn't find a fuse with a torch.",
        "The man at your gate was no help at all.",
        "Your panel had somebody picked before I sat down.",
        "Your front desk does not answer the phone.",
        "Your firm messes people about.",
        "The wait was frankly insulting.",
        "He sat yawning the whole time.",
        "My present employer is badly run.",
        "My former company has never thanked anybody.",
        "The lad you took can't tell a plane from a chisel.",
        "My current editor is a liar.",
        "I really really need this post.",
        "This is my last chance and I know it.",
        "I would take anything you could offer.",
        "I am having so many family problems.",
        "I was surprised that you were twenty minutes late.",
        "You kept looking at your phone.",
        "I felt the question about my children was not appropriate.",
        "I am probably not the best candidate.",
        "I am sure you had many better ones.",
        "The headmaster is a petty man.",
        "I work for a director who understands nothing.",
        "I have two kids to feed.",
        "The rent is due.",
        "I am surely the worst candidate you saw.",
        "My manager micromanaged everybody.",
        "I have two kids and the rent is late again.",
        "I am two months behind with the rent.",
        "The landlord is on my back.",
        "It would save us from losing the house.",
        "They are going to cut the gas off.",
        "My unemployment runs out on Friday.",
        "I will take any shift and any pay.",
        "Any position is okay for me.",
        "I can work for less than other people.",
        "Put me out of my misery.",
        "At 59 nobody else will have me.",
        "I am at my wits' end.",
        "I cannot keep going like this.",
        "The manager did not know what he was doing.",
        "My last gaffer never let anybody have a break.",
        "The head chef could not organise a sandwich.",
        "The boss cheated us over hours.",
        "My last boss was a muppet.",
        "It is not fair to keep people hanging.",
        "What you told me was a lie.",
        "It's just bad manners not to reply.",
        "It is frankly poor that nobody rang.",
        "That is a poor way to treat people.",
        "The lack of any reply surprised me.",
        "The trade here is run by crooks.",
        "Nobody in your office seems able to pick up a phone.",
        "The others in the waiting room looked half asleep.",
        "Your assistant could not even spell my name.",
        "The silence is a bit disrespectful.",
        "The manager was a wicked man.",
        "In all my years nobody treated me this poorly.",
        "Your people have been useless at ringing back.",
        "The man at your gate lied to me.",
    ],
)
def test_complaints_and_begging_are_found(sentence: str) -> None:
    assert said(sentence) == {"negative-tone"}


@pytest.mark.parametrize(
    "sentence",
    [
        "I hope this letter meets you well.",
        "Hope you are well.",
        "Hope you had a good weekend.",
        "I have the honour to write.",
        "I am a real people person.",
        "I should be proud of a desk in your reputable firm.",
        "I like your innovative culture.",
        "I bring a unique skill set.",
        "I would add value to your house.",
        "It would be a perfect fit.",
        "I trust you are doing great, ma.",
        "I would be a valuable addition to your team.",
        "I think outside of the box.",
    ],
)
def test_stock_phrases_are_found(sentence: str) -> None:
    assert said(sentence) == {"stock-phrase"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The craic in the yard was mighty.",
        "It was a lekker day.",
        "I'd start Friday arvo.",
        "I have heard nowt.",
        "It's a big yard, innit.",
        "Blimey, what a kitchen.",
        "Well, phooey.",
        "I'm keen as.",
        "No dramas about weekends.",
        "It was dead good.",
        "I was well chuffed.",
        "The lads were a right laugh.",
        "Thanks heaps.",
        "The crew were heaps nice.",
        "I'm totally pumped.",
        "I'm so hyped.",
        "I hella want it.",
        "The peeps on the floor were kind.",
        "That oven is unreal.",
        "You are a legend.",
        "I had a blast at the trial.",
        "Loved the vibe.",
        "Pick a day, pretty please.",
        "The office is super chill.",
        "I loved it ngl.",
        "I was freaked out by the lift.",
        "I was knackered after it.",
        "Give us a bell.",
        "I deffo want it.",
        "I def want it.",
        "It was soz late.",
        "I rly liked it.",
        "That would be gr8.",
        "I am takin the bus.",
        "I was soooo glad.",
        "Pleaseee think of me.",
        "It was a looooong day.",
        "Cheers for having me in.",
        "Ta for the tour.",
        "Fwiw I liked the night desk.",
        "Ping me on Monday.",
        "I was super happy with it.",
        "Ta for walking me through it.",
        "Ta again.",
        "No bother pal.",
        "I was absolutely buzzing on the tram.",
        "I dreamt of it kkkk.",
        "I am glad that we met. :-)",
        "I am glad that we met.\n\n:)",
    ],
)
def test_words_for_a_chat_are_found(sentence: str) -> None:
    assert said(sentence) == {"casual-tone"}


@pytest.mark.parametrize(
    "sentence",
    [
        "You said that you would revert by Friday.",
        "The quarry asked me to say yes or no by Thursday, and I would rather work with you.",
        "I beg you to receive my warmest regards.",
        "I apologise for my weak answer on the lease.",
        "My aunt says nobody should sing before the pay is agreed.",
        "From the road you can't tell a kestrel from a hawk, and on foot you can.",
        "Our guests can't tell a Rioja from a Merlot, and they like to be told.",
        "I could not find the valve with the lamp you lent me.",
        "The manual was no help, so I drew the wiring myself.",
        "My last chef was never rude to anybody.",
        "The loading bay was buzzing at six.",
        "If you can do 40 covers on a Friday, so can I.",
        "Could we look at the 12 samples together?",
        "We never settled for less than a clean bench.",
        "I spent a day with people who read water meters.",
        "Between us, I had decided before I even sat down.",
        "The night shift couldn't find the leak with a torch.",
        "There were four burns, and they are not serious.",
        "Would the rate rise in the heat?",
        "We bought the oak from a reputable firm.",
        "You said that you need a people person.",
        "They need an answer by Friday, so I thought it fair to tell you.",
        "I know you need your staff on the floor by noon.",
        "Please call within office hours if anything is missing.",
        "I can send it by Monday, or I am glad to bring it round.",
        "I am off on Friday, or I will come on Monday.",
        "I have left you the three samples at the desk.",
        "I have called on customers many times in that valley.",
        "You kept me from waiting, and I noticed.",
        "Patients who need immediate attention come first with me.",
        "Could you tell me how long the trial shift is?",
        "I wanted to know why the trains stop there, and you told me.",
        "I was sorry to hear of your loss.",
        "I would expect a good pump to last ten years.",
        "I want your apprentices to have what I had.",
        "Call me any time before six.",
        "I look forward to a favourable response.",
        "Kindly revert with the status at the earliest.",
        "I could start when the new term begins.",
        "I would not wait around for a lift, I would take the stairs with the trolley.",
        "I ran a budget of at least $78,000.",
        "The move would need at least 40,000 boxes.",
        "I could not even answer the easy one about the valve.",
        "The owner of the shop is a good man.",
        "I thank you for having the decency to tell me yourself.",
        "The client was so rude that I had to call the floor manager.",
        "There was no work on the roof until the scaffold had come.",
        "You can reach me at any hour and any number.",
        "I remembered a base of 12,000 readers.",
        "I expect to save you $30,000 a year on gas.",
        "I need to add that the pump costs $300 a year to run.",
        "We packed 230 a day at the depot.",
        "I want to bring the waste down to 40 kg a week.",
        "I have 7.5 years in cost accounts.",
        "I took about £300 a day on the bar.",
        "You asked what I hope to earn: I would need 31 an hour.",
        "Can you do 10.30 on Monday?",
        "Could you do 3 March?",
        "We never let the stock go below 40 a day.",
        "My rate of errors was 2 a week.",
        "I match sums of $400 to their slips all day.",
        "I want 50k rows to load in a minute.",
        "I can match that with R 4.3.",
        "I was shown how you keep the mileage log.",
        "I need 3 base plates for the rig.",
        "I move 140 base units a day.",
        "The best interview is an honest one.",
        "I did not mean to sit in your chair.",
        "I was not exactly on time, for which I am sorry.",
        "I will not forget the courtesy with which I was received.",
        "I cooked for thirty children to feed them by noon.",
        "I work on my knees all day as a tiler.",
        "You no longer treat patients like numbers, and I liked that.",
        "My manager is never rude, and neither am I.",
        "Your receptionist was not at all unfriendly.",
        "I found the way you handle rude guests a lesson.",
        "I was left in charge for two hours.",
        "The boat was rigged in an hour.",
        "I was crook on Tuesday, so this comes late.",
        "I calm callers who are fed up with waiting.",
        "My apprentices did not know a joist from a rafter at first.",
        "I was bullied at school, so I know what the children need.",
        "Manual counts are a waste of water and light.",
        "The old rota was in chaos, and I put it in order.",
        "You said yourself that the current system is chaos.",
        "The dump where I began as a driver is now a park.",
        "I collect rent, and I know what to say when it is due.",
        "I learned flipping at a burger stall.",
        "I look after bloody wounds every day.",
        "I am so keen to start.",
        "The tart was as sweet as honey.",
        "Mr Dang told me about the dock.",
        "The team meets at www.acme.example every week.",
        "Part iii of the form is done.",
        "It was a pleasure to meeet you.",
        "Ask at the AAA desk or see abc.ddd/eee for more.",
        "It all went well, chuffed as I was.",
        "I will be paid up at the union until May.",
        "I read that the grant will take you to £2m, and I want to help.",
        "I hope the samples help you to make up your mind.",
        "Take all the time that you need to make up your minds.",
        "If you pick me, I can start the week after.",
        "Should you pick me for the night crew, I would bring my own lamp.",
        "Could somebody please pick me up at the station on Monday?",
        "Please let me know by Tuesday whether the time suits.",
        "If you need the samples back, let me know by Friday.",
        "Let me know before Thursday if there is anything that you would like to see.",
        "My referee is away, and I expect to have an answer for you by Friday.",
        "On every site I have to insist on gloves.",
        "The welcome was better than I deserve.",
        "There is still no news from the university about my transcript.",
        "I have had no reply from the embassy, so my visa may come a week late.",
        "You said that you need to move quickly, and I can.",
        "The roof desperately needed new slates.",
        "The owners were so desperate for a plumber that they rang at midnight.",
        "It was my last chance to see the old presses run.",
        "The children were begging for one more story.",
        "You asked what I do when a guest is rude.",
        "Some callers were very rude, and I learned to breathe first.",
        "We wasted two days on the wrong pump before I found the leak.",
        "It is not professional kitchen work that I have done, but it was for two hundred.",
        "I did not know a lathe from a mill when I began.",
        "I rebuilt the pay scale for four hundred drivers.",
        "In that office I checked the hourly rate of each nurse by hand.",
        "I wrote the salary structure that you saw in the deck.",
        "I understand that you have to decide between several of us.",
        "When it is your job to wake people, you learn to knock softly.",
        "I expect you to have many others to see.",
        "You did not keep me waiting for a minute, and I noticed.",
        "I do not need an immediate answer.",
        "My task was to expedite the loading of the trucks.",
        "We found a way to speed up the line by a fifth.",
        "On a ward one has to make a decision quickly.",
        "I like the early shifts that no one else will take.",
        "I was so nervous that I forgot the name of your dog.",
        "I am not qualified to sign off gas work, and I know whom to ask.",
        "I certainly did not expect to be handed the keys.",
        "I know I am not the only one whom you have met.",
        "The drivers were not aware of the new rota, so I put it on the door.",
        "Patients waited forty minutes, and after the change it was ten.",
        "I waited ten minutes for each coat to dry.",
        "My last manager never raised her voice, and I have kept to that.",
        "My former company could not keep the plant open.",
        "The lack of communication between the shifts was what I mended first.",
        "I hate the sound of a slipping belt.",
        "The archive was a complete mess when I took it over.",
        "I worked in the compensation claims team.",
        "You people were kind to a stranger.",
        "My team is looking up to me for the rota.",
        "The path has a base of crushed stone.",
        "The cold store was so cool that my pen froze.",
        "It was pretty cool in the cellar.",
        "There is no cap on the size of a class.",
        "I put in the Wi-Fi work at the clinic.",
        "Please thank Bro. Anselm for the tour.",
        "I sewed totes for the Saturday market.",
        "The frame takes M8 bolts, and I had brought M6.",
        "The plans were on B4 paper.",
        "I ran the NGL plant at night.",
        "I wrote for the SMH for two years.",
        "I have held a PPL since spring.",
        "I am as keen as I was in June.",
        "The power cut left us in the dark, and I found the fuse by touch.",
        "I was not very pleased with my answer on the leases, so here it is again.",
        "I blew the first glass of my own at sixteen.",
        "My answer on the second lease was weak, and the right one is below.",
        "How long do I have to complete the task?",
        "I would bring the crews along on our yearly hike.",
        "For three hundred crew I made the weekly pay run.",
        "I minded the paid parking at the stadium.",
        "I have had two sick days in six years.",
        "I dressed frostbite on fingers and toes for a winter.",
        "You said that the ideal candidate would know the tides.",
        "You told me that you need somebody who can hit the ground running.",
        "You asked whether I am a team player, and I told you about the lifeboat.",
        "At night I would not hesitate to call the vet.",
        "I ran a busy schedule of nine theatres.",
        "I am disappointed that you could not offer me the post, but I understand.",
        "Of course I was disappointed by your decision.",
        "Please reply by Friday if you would like the samples back.",
        "I will answer any question by return.",
        "In a fire you should act fast.",
        "I grew up on a dude ranch.",
        "The old pump sucked air for a week before I found the crack.",
        "The engine is Unreal, and I wrote the lighting.",
        "I could tell you what is the rate of loss on each line.",
        "The fee for the software is 240 euros a year.",
        "The new lamps save 300 dollars a month.",
        "Is there still no news from head office?",
        "I answered the second question so badly that I would like to correct it here.",
        "I danced with ABT for a season.",
        "I hope you are well after the flood in the cellar.",
        "I hope you are doing fine despite the strike.",
        "I was surprised that you were all on one floor.",
        "We kept looking at the screen until the alarm cleared.",
        "Your question about night work was a good one.",
        "You asked whether a joke to a guest is appropriate.",
        "You said you were not looking for the best candidate on paper.",
        "If you need to know by Friday, I can answer at once.",
        "The culture of the cells matters more than the medium.",
        "I hope to hear from you by Friday, as you said.",
        "Unless you improve the seal, the pump runs dry.",
        "I must hear how the loader hums to know how it does.",
        "I had forty children to feed and two ovens.",
        "The silence from the pump was the clue.",
        "I assume that the job runs at night.",
        "Did I get the job or not?",
        "Have you made up your mind yet?",
        "This is my third message, and I shall leave it there.",
        "My referees know of this and will respond promptly.",
        "I answer every ticket promptly.",
        "I can reply as soon as possible after the shift.",
        "You asked me, rather suddenly, what I am bad at.",
        "I'm keen as to the reading group you told me about.",
        "I would be glad to work with you guys.",
        "It was so so quiet in the hall.",
        "I would need about $9,000 a year for the dating, which the grant pays.",
        "It would not be fair to my present team to leave before June.",
        "My manager never lets a guest wait.",
        "Call me today or tomorrow if anything is missing, I am at home.",
        "I have two children and know how mornings go.",
        "Nobody in your office minded the dog.",
        "I can work any shift, nights too.",
    ],
)
def test_what_only_sounds_alike_is_left_alone(sentence: str) -> None:
    assert said(sentence) == set()


@pytest.mark.parametrize(
    ("subject", "loud"),
    [
        ("STILL HOPING", True),
        ("Ward clerk job - ANSWER NEEDED", True),
        ("PLEASE read: ward clerk interview", True),
        ("Thank you!!", True),
        ("Thank you!", False),
        ("SO (Finance) interview", False),
        ("RE: ANSWER needed!!", False),
        ("THANK YOU", True),
        ("APPOINTMENT OF WARD CLERK", True),
        ("RE: INTERVIEW TIMES", False),
        ("SAP ERP", False),
        ("Notes for IT AND HR", False),
        ("Talks at CERN, ESA JAXA CNES", False),
        ("Ward clerk: SEND US YOUR NOTES", True),
        ("HELLO", False),
        ("ICU Nurse interview", False),
        ("", False),
    ],
)
def test_a_subject_all_in_capitals(subject: str, loud: bool) -> None:
    text = "Dear Dana,\n\nThank you for the interview.\n\nKind regards,\nPriya Nair"
    draft = parse(subject, text, Context(kind=Kind.FOLLOW_UP))
    assert bool(outcome("shouting", draft).findings) is loud


@pytest.mark.parametrize(
    ("words", "loud"),
    [
        ("I nursed on the HOPE trial.", []),
        ("I kept the books at YES Bank.", []),
        ("I learned it with the GREAT programme.", []),
        ("I HOPE so.", ["HOPE"]),
        ("It was GREAT.", ["GREAT"]),
        ("This is the SECOND time.", ["SECOND"]),
        ("It has been TWO WEEKS.", ["TWO WEEKS"]),
        ("I wrote the NOT gate on the board.", []),
        ("I have ALL the papers.", ["ALL"]),
        ("I nursed children with ALL for years.", []),
        ("It is BY FAR the best school.", ["BY FAR"]),
        ("I DON’T mind nights.", ["DON’T"]),
        ("I was THRILLED, and sent HUGE thanks.", ["THRILLED", "HUGE"]),
        ("I nursed on the PROUD trial.", []),
        ("The sign “PLEASE DO NOT FEED HIM” by the cage made me laugh.", []),
        ('A label said "NEVER AGAIN."', []),
        ("You said “yes” and it was GREAT, “too”.", ["GREAT"]),
    ],
)
def test_a_loud_word_may_be_a_name(words: str, loud: list[str]) -> None:
    text = f"Dear Dana,\n\nThank you for the interview. {words}\n\nKind regards,\nPriya Nair"
    draft = parse("Ward Clerk interview", text, Context(kind=Kind.FOLLOW_UP))
    findings = outcome("shouting", draft).findings
    assert [f.span.of(text) for f in findings if f.span] == loud


@pytest.mark.parametrize(
    ("words", "apologies"),
    [
        ("I am sorry to have missed Omar. I am sorry we ran out of time. Sorry for the noise.", 0),
        ("I am sorry for the noise. Sorry that I came late.", 1),
        ("I apologise for the noise, and I apologise for coming late.", 1),
        ("I regret any inconvenience and beg your pardon for the delay.", 1),
        ("I feel terrible for coming late; please do not hold it against me.", 1),
        (
            "The sorry state of the shed did not put me off. I am sorry we could not see the roof.",
            0,
        ),
        ("I said sorry to the guest. I had to apologise to the cook as well.", 0),
        ("Sorry for the noise. In that shop we had to say sorry to every customer.", 0),
    ],
)
def test_regret_is_no_apology(words: str, apologies: int) -> None:
    text = f"Dear Dana,\n\nThank you for the interview. {words}\n\nKind regards,\nPriya Nair"
    draft = parse("Ward Clerk interview", text, Context(kind=Kind.FOLLOW_UP))
    assert len(outcome("over-apology", draft).findings) == apologies


@pytest.mark.parametrize(
    ("words", "doubled"),
    [
        ("I am so so sorry about the tram.", ["so so sorry"]),
        ("I cannot apologise enough for the tram.", ["cannot apologise enough"]),
        ("I am deeply, deeply sorry about the tram.", ["deeply, deeply sorry"]),
        ("I apologize a thousand times for the tram.", ["apologize a thousand times"]),
        ("I am so sorry about the tram.", []),
        ("The mill had a thousand times that noise.", []),
    ],
)
def test_one_apology_may_be_too_many(words: str, doubled: list[str]) -> None:
    text = f"Dear Dana,\n\nThank you for the interview. {words}\n\nKind regards,\nPriya Nair"
    draft = parse("Ward Clerk interview", text, Context(kind=Kind.FOLLOW_UP))
    findings = outcome("over-apology", draft).findings
    assert [f.span.of(text) for f in findings if f.span] == doubled


@pytest.mark.parametrize(
    ("greeting", "loud"), [("Hi Dana!!", ["!!"]), ("Hi Dana!", []), ("Hi Dana,", [])]
)
def test_doubled_marks_in_a_greeting(greeting: str, loud: list[str]) -> None:
    text = f"{greeting}\n\nThank you for the interview.\n\nKind regards,\nPriya Nair"
    draft = parse("Ward Clerk interview", text, Context(kind=Kind.FOLLOW_UP))
    findings = outcome("shouting", draft).findings
    assert [f.span.of(text) for f in findings if f.span] == loud


@pytest.mark.parametrize(
    "line",
    ["luv", "Peace ✌️", "Bless,", "With a big smile,", "ta", "Kisses,", "Big hugs!", "A hug,",
     "Bye for now,", "xx", "Thx", "See ya,", "Cheers mate,", "Cheers,", "Cheers to you all,",
     "A hug and best regards,", "All the best mate,", "Sharp sharp"],
)  # fmt: skip
def test_a_sign_off_for_friends(line: str) -> None:
    assert casual(line)


@pytest.mark.parametrize(
    "line",
    ["Speak soon,", "Talk soon,", "Take care,", "Thanks!", "God bless,", "Warmly,", "Slán,",
     "Many thanks,", "More power to you,", "Yours truly,", "All the best,", "Regards",
     "With love for the craft,", "Thanks a million,", "Respectfully,", "Um abraço,", "Un saludo,"],
)  # fmt: skip
def test_a_sign_off_that_suits_work(line: str) -> None:
    assert not casual(line)


@pytest.mark.parametrize(
    ("line", "closes"),
    [
        ("See you on the 14th,", True),
        ("See you at the gate on Monday,", True),
        ("Thanks for your time,", True),
        ("Thank you and have a blessed day,", True),
        ("Looking forward to hearing from you,", True),
        ("See you on Monday?", False),
        ("Thank you for your time.", False),
        ("I shall see you on the 14th.", False),
    ],
)
def test_a_line_that_leads_over_to_the_name_closes_an_email(line: str, closes: bool) -> None:
    text = f"Dear Dana,\n\nThank you for the interview.\n\n{line}\nPriya Nair\n555-0142"
    draft = parse("Interview", text, Context(kind=Kind.FOLLOW_UP, sender=Sender("Priya Nair")))
    assert bool(outcome("no-sign-off", draft).findings) is not closes


def test_cheers_is_named_gently() -> None:
    text = "Dear Dana,\n\nThank you for the interview.\n\nCheers,\nPriya Nair"
    draft = parse("Interview", text, Context(kind=Kind.FOLLOW_UP))
    (finding,) = outcome("casual-sign-off", draft).findings
    assert "friendly" in finding.message and "for friends" not in finding.message


@pytest.mark.parametrize(
    ("signature", "kiss"),
    [("Priya x", " x"), ("Priya Nair xx\n555-0142", " xx"), ("Priya Nair", ""), ("Malcolm X", ""),
     ("Rex", ""), ("Felix\nx: @priya", "")],
)  # fmt: skip
def test_a_kiss_behind_the_name(signature: str, kiss: str) -> None:
    text = f"Dear Dana,\n\nThank you for the interview.\n\nKind regards,\n{signature}"
    draft = parse("Interview", text, Context(kind=Kind.FOLLOW_UP))
    findings = outcome("casual-sign-off", draft).findings
    assert [f.span.of(text) for f in findings if f.span] == ([kiss] if kiss else [])


def casual(line: str) -> bool:
    """Say whether a sign-off is found, and found to be one for friends."""
    text = f"Dear Dana,\n\nThank you for the interview.\n\n{line}\nPriya Nair"
    draft = parse("Interview", text, Context(kind=Kind.FOLLOW_UP, sender=Sender("Priya Nair")))
    assert draft.sign_off, line
    return bool(outcome("casual-sign-off", draft).findings)

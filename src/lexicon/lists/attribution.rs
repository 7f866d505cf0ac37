//! What `attribution` asks a language for.

use crate::lexicon::list::{Endings, List};

/// See each list.
#[derive(Clone, Copy, Debug)]
pub struct AttributionLists {
    /// Cues, as lemmas, that any source has, whatever it is: “the manual says”.
    pub plain_cue: List,
    /// Cues, as lemmas, that a clause follows and never a thing: “argued the cost outweighs it”.
    pub clause_only: List,
    /// The first word of what stands before a source without a verb: “according to”.
    pub credit: List,
    /// What stands before a source by itself: “prices rose, per the bank”.
    pub per: List,
    /// Cues, as lemmas, behind which a deed is told by its gerund: “recommends closing it”.
    pub of_deed: List,
    /// Cues, as lemmas, whose object is said only where words of it are quoted: “compared it to “a barn””.
    pub cue_of_quoted: List,
    /// Cues, as lemmas, that tell of a topic where they are negated: “does not explain why”.
    pub explained: List,
    /// What opens a question that is a condition as well: “adding if it rains”.
    pub condition: List,
    /// Cues, as lemmas, whose question is a view, not a topic: “disputed whether it fell”.
    pub view_by_question: List,
    /// Cues, as lemmas, whose preposition leads to a view, not to a topic: “called for a new mill”.
    pub view_by_preposition: List,
    /// “is expected to”.
    pub expected: List,
    /// “asked whether”.
    pub asked: List,
    /// “told them to leave”.
    pub told: List,
    /// “did not know that”.
    pub known: List,
    /// “can be revealed that”.
    pub revealed: List,
    /// “described the mill”.
    pub described: List,
    /// “questioned the miller”.
    pub questioned: List,
    /// “called the police”.
    pub called: List,
    /// Cues, as lemmas, that have a refusal of their own, so that none of tense or mood is asked of them.
    pub judged_alone: List,
    /// The writer’s own voice, and whoever is spoken to: “I think”, “you know”.
    pub writer_or_reader: List,
    /// “heard that”.
    pub heard: List,
    /// Bodies before which something is said: “the court heard that”.
    pub hearing_body: List,
    /// What leads to who does a deed: “described by the mayor”.
    pub agent: List,
    /// What says that something may be said, and not that it was.
    pub possible: List,
    /// What a heading has before its colon that is nobody: “Harbour Update: …”.
    pub kicker: List,
    /// What is done to a thing where no clause follows: “maintains ties”.
    pub kept_up: List,
    /// What leads to something that went on besides: “praised the plan, while Hale left”.
    pub besides: List,
    /// What is told of somebody, and is no addressee: “telling the story of a miller who left”.
    pub tale: List,
    /// What leads to the reason for a blame or a praise: “criticized by Roe for his plan”.
    pub reason: List,
    /// Which of them leads to nothing else behind who blames.
    pub over: List,
    /// “pointed north”.
    pub point: List,
    /// “pointed out that”.
    pub point_out: List,
    /// “the report of 2023”.
    pub of: List,
    /// Cues, as lemmas, that tell what follows from something: “suggesting that”.
    pub infers: List,
    /// “shows two films”.
    pub shows: List,
    /// Cues, as lemmas, of what is made or kept where it is done “by” somebody: “written by Ito”.
    pub made: List,
    /// “this shows that”.
    pub demonstrative: List,
    /// People together, as one.
    pub collective: List,
    /// Words that end as those for people do, and are none.
    pub no_person: List,
    /// How words for people end.
    pub person_endings: Endings,
    /// What opens a phrase for nobody: “no group claimed”.
    pub nobody: List,
    /// Determiners that are somebody by themselves: “another called for it”.
    pub somebody: List,
    /// What is counted by an ordinal where it tells when: “for the first time”.
    pub occasion: List,
    /// Before the second of two who both said nothing: “neither Roe nor Hale”.
    pub nor: List,
    /// Alone, next to nobody.
    pub few: List,
    /// Says of a thing that it is all: “shows only a small gap”.
    pub focus: List,
    /// Its past form is an adjective before a thing.
    pub alleged: List,
    /// Does what it says.
    pub declares: List,
    /// What is done by declaring it.
    pub declared_deed: List,
    /// Puts a topic to somebody: “reminded growers of the flood”.
    pub reminded: List,
    /// “no one”.
    pub one: List,
    /// “no one”.
    pub no: List,
    /// “asked not to be named”.
    pub named: List,
    /// Prepositions whose participle says something all the same: “with many saying that”.
    pub absolute_or_agent: List,
    /// “quoted her as saying”, “described it as sound”.
    pub quoted_as: List,
    /// Cues, as lemmas, whose participle says something of its object: “calling the plan reckless”.
    pub judge_object: List,
    /// The same with a preposition: “warning of floods”.
    pub judge_preposition: List,
    /// The same with an infinitive: “vowing to leave”.
    pub judge_infinitive: List,
    /// “called it off”.
    pub called_off: List,
    /// “a”, “an”.
    pub indefinite: List,
    /// Adjectives that date what stands behind them.
    pub dating: List,
    /// “said little”.
    pub say: List,
    /// Words about how much was said.
    pub quantity_of_words: List,
    /// Verbs that carry a cue on in the infinitive: “went on to warn”.
    pub carrier: List,
    /// What belongs to a cue before it: “said back”.
    pub particle: List,
    /// “up to 40”.
    pub up: List,
    /// “up to 40”, “according to”.
    pub to: List,
    /// Past forms of cues that ask for an object: without one they are participles.
    pub needs_object: List,
    /// “a fund called Tidewater”.
    pub called_form: List,
    /// “called for”, “called on”.
    pub wish_preposition: List,
    /// “went on to say”.
    pub carrier_on: List,
    /// “is used to find”.
    pub used: List,
    /// What opens a clause of what happened then: “said it was good before leaving”.
    pub meanwhile: List,
    /// “even as”, “just as”.
    pub even: List,
    /// “being sold”: no finite verb.
    pub being: List,
    /// Nouns of what is said, between a verb and a colon: “made the following comment: “…””.
    pub speech: List,
    /// The verbs before such a noun.
    pub utters: List,
    /// Cues, as lemmas, of praise and blame: without words of it a deed, “slammed the plan”.
    pub judges: List,
    /// “such as Nara”.
    pub such: List,
    /// What leads, as a participle between commas, to whom a source has its words from: “said, citing Ito, that”.
    pub citing: List,
    /// “whether or not”, “if”: what opens a clause that nobody holds.
    pub hypothesis: List,
    /// “saying”.
    pub saying: List,
    /// Cues, as lemmas, that hand on another’s words.
    pub hands_on: List,
    /// What opens a remark of the writer’s behind a comma.
    pub writers_remark: List,
    /// What opens a relative clause behind a comma that tells what the writer knows: “…, which employs forty”.
    pub writers_relative: List,
    /// Participles behind a comma that tell what the writer makes of it, or what the source said or did next:
    /// “…, marking the end of an age”.
    pub writers_participle: List,
    /// “rather than”: what is said not to be.
    pub rather: List,
    /// What leads, behind a dash, to more of what was said: “… — including the weir”. All else is the writer’s:
    /// behind a single dash of indirect contents of PolNeAR’s training part (196 outside, 104 inside).
    pub dash_content: List,
    /// “up a third from May”: what opens a comparison with another time.
    pub risen: List,
    /// What a writer calls, behind a comma, what was said: “…, a claim that”.
    pub writers_name: List,
    /// What tells behind a comma how things stood: “amid doubts”.
    pub amid: List,
    /// “but”.
    pub contrast: List,
    /// Opens a clause before the main one.
    pub front_opener: List,
    /// What words are said in: “in a statement”.
    pub media: List,
    /// Those that end a clause too.
    pub plain_media: List,
    /// What leads to what words are said in.
    pub medium_preposition: List,
    /// The same behind a content.
    pub medium_behind: List,
    /// Verbs of speaking of something at all.
    pub mentioned: List,
    /// “following”.
    pub following: List,
    /// “according to”.
    pub according: List,
    /// “was told that”: who told is what a reader would ask.
    pub asked_or_told: List,
    /// “the”.
    pub definite: List,
    /// “with many saying that”.
    pub absolute: List,
    /// What leads to a participle of another than the subject: “scolded her for saying”.
    pub of_another: List,
    /// What opens a clause against another: “while others said”.
    pub contrasting: List,
    /// “found a way”.
    pub found: List,
    /// Cues, as lemmas, that raise the subject of another verb: “seems to”.
    pub raising: List,
    /// “which”.
    pub which: List,
    /// What opens a clause before another: “once Ito says so”.
    pub clause_opener: List,
    /// “or”.
    pub or: List,
    /// “in what he said was a slip”.
    pub what: List,
    /// What stands for nobody before a cue.
    pub expletive: List,
    /// What a thing is said in that is somebody’s view.
    pub view: List,
    /// “in her view”.
    pub in_view: List,
    /// “when asked whether”.
    pub when: List,
    /// “on condition of anonymity”.
    pub condition_of: List,
    /// What bears a title, which stands in quotation marks behind it.
    pub work: List,
    /// Words that say how much of what stands behind them.
    pub measure: List,
    /// Verbs that in the passive have a cause behind “by” as well as a speaker.
    pub caused: List,
    /// Adverbs that weigh the first word of a clause: “says too many left”.
    pub degree: List,
    /// What counts times: “the second straight debate”.
    pub ordinal: List,
    /// What opens a clause of when it was said, not what.
    pub when_said: List,
    /// What goes on with these: “more than”.
    pub measure_more: List,
    /// Those that say nothing without more: “up to”.
    pub measure_led: List,
    /// Those that stand before a noun without a number.
    pub measure_noun: List,
    /// “Asked about it, “…,” he said”.
    pub asked_form: List,
    /// How words end that are called after a place: “American”.
    pub of_place_endings: Endings,
    /// “it is worth noting that”.
    pub worth: List,
    /// What opens a guess.
    pub guess: List,
    /// Who speaks without a noun: “many say”.
    pub some_people: List,
    /// Cues, as lemmas, that take no clause, but where “as” leads them: “as outlined by the mayor”.
    pub as_told: List,
    /// What tells, behind “made” or “gave”, that something was said: “made it clear that”.
    pub clear_word: List,
    /// What may stand between the two.
    pub clear_object: List,
    /// Verbs that bring up what the quotation behind a colon is of: “summed it up: “…””.
    pub brings_up: List,
    /// Cues, as lemmas, whose passive with “to” is no claim: “they are determined to go”.
    pub decides: List,
    /// What opens the credit of a picture: “(Image: Ada Roe)”.
    pub picture: List,
    /// What stands before a place: “in Oresund”.
    pub where_at: List,
    /// What things are done in accordance with, and that says nothing: “according to the user profile”.
    pub accordance: List,
    /// “knew that”.
    pub knew: List,
    /// Cues, as lemmas, of what somebody intends: “hopes to build”.
    pub aims: List,
    /// Cues, as lemmas, of a thought that goes with a deed: “left, expecting that”.
    pub thought: List,
    /// “feared the flood”.
    pub feared: List,
    /// “is worried that”: the participle of a feeling, whose subject has it.
    pub felt: List,
    /// “how”: what opens a question whose answer is quoted: “warned how it “must not give in””.
    pub told_by_question: List,
    /// “as Ito noted”: the cues that “as” makes an aside of, and not a time.
    pub noted: List,
    /// “contention”: a noun of what somebody holds: “her contention was that”.
    pub view_noun: List,
    /// “from”: what opens a span of time, which is said and not when it was said.
    pub span_of_time: List,
    /// “denied”: with a person and a thing, what was kept from somebody.
    pub denied: List,
    /// Deeds of saying that things are done with, too: “tweeted a photo”.
    pub posted: List,
    /// These things.
    pub shown: List,
    /// What describes a thing where it stands before one of these: “informed consent”.
    pub informed: List,
    /// These things.
    pub informed_thing: List,
    /// A deed as well, where a thing does it: “steps that add some safety”.
    pub added: List,
    /// What one is denied who has asked for it: “denied bail”.
    pub refused: List,
    /// “reporters”: who are told news, beside outlets.
    pub press: List,
    /// Cues, as lemmas, whose relative clause tells who somebody is: “those who opposed the king”.
    pub held: List,
    /// “defended the miller”.
    pub defended: List,
    /// “confirmed Ada Roe by nine votes”.
    pub confirmed: List,
    /// “referred to the drought”.
    pub referred: List,
    /// Helping verbs of what was not said: “might have said”.
    pub supposing: List,
    /// Cues, as lemmas, that are deeds where they are denied: “did not criticize the mayor”.
    pub denied_deed: List,
    /// What is argued in court.
    pub case: List,
    /// Cues, as lemmas, that end something: “concluded the talks by singing”.
    pub ends: List,
}

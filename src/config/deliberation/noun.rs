//! What the author knows of the délibération.

use jiff::civil::Date;

/// The mentions of the act; none where nobody knows them yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deliberation {
    pub number: Option<String>,
    /// That of the presentation in the calendar, unless another is written.
    pub session: Option<Date>,
    pub hour: Option<String>,
    pub venue: Option<String>,
    pub convocation: Option<Date>,
    pub presidency: Option<String>,
    pub rapporteur: Option<String>,
    pub secretary: Option<String>,
    /// None: that of the kind of collectivité.
    pub assembly: Option<String>,
    pub signatory: Option<String>,
    pub object: Option<String>,
    pub commission: Option<Commission>,
    /// The délibération that adopted the digital strategy, as a visa names it.
    pub strategy_adoption: Option<String>,
    pub seats: Option<u32>,
    pub present: Option<u32>,
    /// Absent members who gave their vote to another.
    pub proxies: Option<u32>,
    /// Absent members who did not.
    pub absent: Option<u32>,
    pub present_names: Option<String>,
    pub proxy_names: Option<String>,
    pub absent_names: Option<String>,
    /// Present and represented members, unless another number is written.
    pub voting: Option<u32>,
    /// Empty where there was no vote.
    pub votes: Vec<GroupVote>,
    /// Fourteen digits.
    pub siret: Option<String>,
    /// The code and the name of the subject of the act.
    pub subject: Option<(String, String)>,
    /// The year and the name of the budget the act is about.
    pub budget: Option<(i32, Option<String>)>,
    pub prefecture: Option<Prefecture>,
    pub url: Option<String>,
    /// These mentions are invented for a demonstration.
    pub example: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commission {
    /// After « la commission ».
    pub name: String,
    pub date: Option<Date>,
}

/// The votes of one group; abstentions are no expressed votes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupVote {
    pub group: String,
    pub favour: u32,
    pub against: u32,
    pub abstentions: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prefecture {
    pub id: String,
    pub date: Option<Date>,
}

impl GroupVote {
    /// The votes that count: for and against.
    pub fn expressed(&self) -> u32 {
        self.favour + self.against
    }

    /// The members of the group who took part.
    pub fn voting(&self) -> u32 {
        self.expressed() + self.abstentions
    }
}

impl Deliberation {
    /// All the groups as one; none where there was no vote.
    pub fn vote(&self) -> Option<GroupVote> {
        let sum = |part: fn(&GroupVote) -> u32| self.votes.iter().map(part).sum();
        (!self.votes.is_empty()).then(|| GroupVote {
            group: "Total".to_owned(),
            favour: sum(|vote| vote.favour),
            against: sum(|vote| vote.against),
            abstentions: sum(|vote| vote.abstentions),
        })
    }
}

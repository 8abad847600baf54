//! The members and the votes, which must add up: present, represented and absent are the seats; for, against and
//! abstentions are the voting members.

use super::GroupVote;
use super::keys::{DeliberationEntry, VoteEntry};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::french;

/// Numbers of members that do not add up.
pub const MEMBERS: Code = Code("M054");
/// Votes that do not add up.
pub const VOTES: Code = Code("M086");

pub fn check(raw: &DeliberationEntry, diagnostics: &mut Diagnostics) {
    let present = raw.present.as_ref().map(|number| number.value);
    let proxies = raw.proxies.as_ref().map(|number| number.value);
    if let (Some(seats), Some(present), Some(proxies), Some(absent)) = (&raw.seats, present, proxies, &raw.absent) {
        let found = present + proxies + absent.value;
        if found != seats.value {
            let message = format!(
                "{present} présents, {proxies} pouvoirs et {} absents font {found} membres, et l’effectif est de {}.",
                absent.value, seats.value
            );
            let help = if present + absent.value == seats.value {
                "« absents » compte ceux qui n’ont pas donné pouvoir : retranchez-en les pouvoirs."
            } else {
                "Corrigez l’un des quatre nombres."
            };
            push(MEMBERS, seats, message, help, diagnostics);
        }
    }
    let able = present.zip(proxies).map(|(present, proxies)| present + proxies);
    if let Some((voting, able)) = raw
        .voting
        .as_ref()
        .zip(able)
        .filter(|(voting, able)| voting.value > *able)
    {
        let message = format!("{} votants pour {able} présents et représentés.", voting.value);
        push(
            MEMBERS,
            voting,
            message,
            "Corrigez « votants », « presents » ou « pouvoirs ».",
            diagnostics,
        );
    }
    let votes = &raw.votes;
    for entry in votes {
        let found = vote(entry).voting();
        if let Some(voting) = entry.voting.as_ref().filter(|voting| voting.value != found) {
            let message = format!(
                "Groupe « {} » : {}, et le groupe a {} votants.",
                entry.group,
                parts(&vote(entry)),
                voting.value
            );
            push(
                VOTES,
                voting,
                message,
                "Corrigez les voix du groupe, ou son nombre de votants.",
                diagnostics,
            );
        }
    }
    let voting = raw.voting.as_ref().map(|number| number.value).or(able);
    let (Some(first), Some(voting)) = (votes.first(), voting) else {
        return;
    };
    let found: u32 = votes.iter().map(|entry| vote(entry).voting()).sum();
    if found != voting {
        let total = votes.iter().map(vote).reduce(|sum, vote| GroupVote {
            group: sum.group,
            favour: sum.favour + vote.favour,
            against: sum.against + vote.against,
            abstentions: sum.abstentions + vote.abstentions,
        });
        let parts = total.as_ref().map_or_else(String::new, parts);
        let message = format!("Les groupes réunis donnent {parts}, et il y a {voting} votants.");
        let help = "Pour, contre et abstentions font les votants : corrigez les voix, « presents » et « pouvoirs », ou « votants » si tous n’ont pas pris part au vote.";
        push(VOTES, &first.favour, message, help, diagnostics);
    }
}

pub fn vote(entry: &VoteEntry) -> GroupVote {
    GroupVote {
        group: entry.group.clone(),
        favour: entry.favour.value,
        against: entry.against.value,
        abstentions: entry.abstentions.value,
    }
}

/// `55 pour + 2 contre + 3 abstentions = 60`.
fn parts(vote: &GroupVote) -> String {
    let GroupVote {
        favour,
        against,
        abstentions,
        ..
    } = vote;
    let abstained = if *abstentions < 2 { "abstention" } else { "abstentions" };
    format!(
        "{favour} pour + {against} contre + {abstentions} {abstained} = {}",
        vote.voting()
    )
}

fn push(code: Code, number: &Placed<u32>, message: String, help: &str, diagnostics: &mut Diagnostics) {
    diagnostics.push(
        Diagnostic::error(code, number.place.clone(), french::punctuate(&message))
            .help(french::punctuate(help))
            .raw(number.value.to_string()),
    );
}

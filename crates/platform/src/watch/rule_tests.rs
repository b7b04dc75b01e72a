//! The rule of what counts as unserved, by tables.

use super::tests::{at, told};
use super::*;

/// `10:00:00-10:30:00`, and `!` after it when the server was told to stop.
fn served(text: &str) -> ServiceInterval {
    let (from, to) = text.trim_end_matches('!').split_once('-').unwrap();
    ServiceInterval {
        began_at: at(from),
        beaten_at: at(to),
        stopped: text.ends_with('!'),
    }
}

/// `10:00:00-10:30:00` of a stop that was announced, `?` after it of a time that nobody knows about.
fn excused(text: &str) -> Excused {
    let (from, to) = text.trim_end_matches('?').split_once('-').unwrap();
    let unknown = text.ends_with('?');
    Excused {
        span: Span {
            from: at(from),
            to: at(to),
        },
        cause: if unknown {
            Cause::Unknown
        } else {
            Cause::Planned
        },
        reason: (!unknown).then(|| "升级".to_owned()),
    }
}

/// From 10:00 to 12:00 of the 23rd, which were over at 13:00.
fn of_the_morning(intervals: &[&str], plans: &[&str]) -> Availability {
    let span = Span {
        from: at("10:00:00"),
        to: at("12:00:00"),
    };
    let intervals = intervals.iter().map(|text| served(text)).collect();
    let plans: Vec<Excused> = plans.iter().map(|text| excused(text)).collect();
    rule::availability(span, at("13:00:00"), intervals, &plans)
}

/// Times of service, and the outages that follow from them.
const GAPS: &[(&str, &[&str], &[&str])] = &[
    ("served throughout", &["09:00:00-12:30:00"], &[]),
    (
        "a restart within the tolerance",
        &["09:00:00-10:30:00", "10:32:00-12:30:00"],
        &[],
    ),
    (
        "a second more, of which all counts",
        &["09:00:00-10:30:00", "10:32:01-12:30:00"],
        &["23 10:30:00 23 10:32:01"],
    ),
    (
        "a server that was told to stop",
        &["09:00:00-10:30:00!", "10:40:00-12:30:00"],
        &["23 10:30:00 23 10:40:00 stopped"],
    ),
    (
        "two servers of which one always serves",
        &["09:00:00-11:00:00", "10:50:00-12:30:00"],
        &[],
    ),
    (
        "one that comes and goes while another serves",
        &[
            "09:00:00-12:30:00",
            "10:10:00-10:20:00!",
            "10:40:00-10:50:00",
        ],
        &[],
    ),
    (
        "the one that went last says how",
        &[
            "09:00:00-11:00:00",
            "09:30:00-10:30:00!",
            "11:10:00-12:30:00",
        ],
        &["23 11:00:00 23 11:10:00"],
    ),
    (
        "a clock set back begins a row that overlaps",
        &["09:00:00-11:00:00", "10:40:00-12:30:00"],
        &[],
    ),
    (
        "out over the beginning and over the end",
        &[
            "09:00:00-09:30:00",
            "10:10:00-11:50:00",
            "12:20:00-12:30:00",
        ],
        &["23 10:00:00 23 10:10:00", "23 11:50:00 23 12:00:00"],
    ),
    (
        "a short gap over an end is none, though a part of a long one counts",
        &[
            "09:00:00-09:59:00",
            "10:00:30-11:58:30",
            "12:01:00-12:30:00",
        ],
        &["23 11:58:30 23 12:00:00"],
    ),
    (
        "silent since",
        &["09:00:00-11:30:00"],
        &["23 11:30:00 23 12:00:00"],
    ),
    (
        "silent throughout",
        &["09:00:00-09:30:00!"],
        &["23 10:00:00 23 12:00:00 stopped"],
    ),
    (
        "one that crashes at once, again and again, serves nobody",
        &[
            "09:00:00-10:30:00",
            "10:30:40-10:30:40",
            "10:32:20-10:32:20",
            "10:34:00-10:34:00",
            "10:35:00-12:30:00",
        ],
        &["23 10:30:00 23 10:35:00"],
    ),
    (
        "and serves nobody however long it is tried",
        &["09:00:00-10:30:00", "11:00:00-11:00:00"],
        &["23 10:30:00 23 12:00:00"],
    ),
    (
        "one that never came up for good",
        &["10:00:00-10:00:00", "10:01:00-10:01:00"],
        &["23 10:00:00 23 12:00:00"],
    ),
    (
        "what a clock that stood ahead has left hasn't been yet",
        &["09:00:00-12:59:00", "14:00:00-14:10:00"],
        &[],
    ),
    (
        "and is no end of what is silent",
        &["09:00:00-11:30:00!", "14:00:00-14:10:00"],
        &["23 11:30:00 23 12:00:00 stopped"],
    ),
];

#[test]
fn gaps_beyond_the_tolerance_are_outages() {
    for (case, intervals, expected) in GAPS {
        let outages: Vec<String> = of_the_morning(intervals, &[])
            .outages
            .iter()
            .map(told)
            .collect();
        assert_eq!(outages, *expected, "{case}");
        // Rows come in any order.
        let mut reversed = intervals.to_vec();
        reversed.reverse();
        let outages: Vec<String> = of_the_morning(&reversed, &[])
            .outages
            .iter()
            .map(told)
            .collect();
        assert_eq!(outages, *expected, "{case}, reversed");
    }
}

#[test]
fn a_gap_over_midnight_falls_into_both_days() {
    let intervals = || {
        vec![
            served("22 08:00:00-22 23:50:00"),
            served("00:20:00-13:00:00"),
        ]
    };
    let day = |from, to| Span {
        from: at(from),
        to: at(to),
    };
    let before = day("22 08:00:00", "23 00:00:00");
    let before = rule::availability(before, at("13:00:00"), intervals(), &[]);
    assert_eq!(
        before.outages.iter().map(told).collect::<Vec<_>>(),
        ["22 23:50:00 23 00:00:00"]
    );
    let after = day("23 00:00:00", "23 12:00:00");
    let after = rule::availability(after, at("13:00:00"), intervals(), &[]);
    assert_eq!(
        after.outages.iter().map(told).collect::<Vec<_>>(),
        ["23 00:00:00 23 00:20:00"]
    );
}

#[test]
fn the_present_is_served_until_the_tolerance_is_over() {
    let until = |now: &str| {
        let span = Span {
            from: at("10:00:00"),
            to: at(now),
        };
        let outages =
            rule::availability(span, at(now), vec![served("09:00:00-11:00:00")], &[]).outages;
        outages.iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(until("11:02:00"), Vec::<String>::new());
    assert_eq!(until("11:03:00"), ["23 11:00:00 23 11:03:00"]);
    // One that has just come up is believed so long.
    let begun = |now: &str| {
        let span = Span {
            from: at("10:00:00"),
            to: at(now),
        };
        let served = vec![served("09:00:00-11:00:00"), served("11:05:00-11:05:00")];
        let outages = rule::availability(span, at(now), served, &[]).outages;
        outages.iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(begun("11:07:00"), ["23 11:00:00 23 11:05:00"]);
    assert_eq!(begun("11:08:00"), ["23 11:00:00 23 11:08:00"]);
}

/// Plans; service, unserved and planned minutes; the outages.
type Announced = (
    &'static [&'static str],
    (u64, u64, u64),
    &'static [&'static str],
);

#[test]
fn what_was_announced_is_listed_apart_and_is_no_service_time() {
    // silent 10:30 to 11:10
    let intervals = ["09:00:00-10:30:00!", "11:10:00-12:30:00"];
    let cases: &[Announced] = &[
        (&[], (120, 40, 0), &["23 10:30:00 23 11:10:00 stopped"]),
        (
            &["10:20:00-11:20:00"],
            (80, 0, 40),
            &["23 10:30:00 23 11:10:00 planned"],
        ),
        (
            &["10:40:00-11:00:00"],
            (100, 20, 20),
            &[
                "23 10:30:00 23 10:40:00 stopped",
                "23 10:40:00 23 11:00:00 planned",
                "23 11:00:00 23 11:10:00 stopped",
            ],
        ),
        (
            &["10:20:00-10:40:00", "10:35:00-10:50:00"],
            (100, 20, 20),
            &[
                "23 10:30:00 23 10:40:00 planned",
                "23 10:40:00 23 10:50:00 planned",
                "23 10:50:00 23 11:10:00 stopped",
            ],
        ),
        // What nobody knows, of which a part was announced.
        (
            &["10:20:00-10:50:00?", "10:40:00-11:00:00"],
            (90, 10, 10),
            &[
                "23 10:30:00 23 10:50:00 unknown",
                "23 10:50:00 23 11:00:00 planned",
                "23 11:00:00 23 11:10:00 stopped",
            ],
        ),
        // Announced and served all the same: service time.
        (
            &["11:20:00-11:40:00"],
            (120, 40, 0),
            &["23 10:30:00 23 11:10:00 stopped"],
        ),
    ];
    for (plans, (service, unserved, planned), expected) in cases {
        let of = of_the_morning(&intervals, plans);
        assert_eq!(
            of.outages.iter().map(told).collect::<Vec<_>>(),
            *expected,
            "{plans:?}"
        );
        let minutes = (
            of.service_minutes(),
            of.unserved_minutes(),
            of.planned_minutes(),
        );
        assert_eq!(minutes, (*service, *unserved, *planned), "{plans:?}");
    }
}

#[test]
fn minutes_are_those_begun_and_a_rate_is_never_rounded_up() {
    let whole = of_the_morning(&["09:00:00-12:30:00"], &[]);
    assert_eq!(whole.served_ppm(), Some(1_000_000));
    let gap = of_the_morning(&["09:00:00-10:30:00", "10:32:01-12:30:00"], &[]);
    assert_eq!((gap.unserved_minutes(), gap.outages[0].minutes()), (3, 3));
    // Of the minutes told: 117 of 120.
    assert_eq!(gap.served_ppm(), Some(975_000));
    let none = of_the_morning(&["09:00:00-09:30:00"], &[]);
    assert_eq!((none.served_ppm(), none.unserved_minutes()), (Some(0), 120));
    let off = of_the_morning(&["09:00:00-09:30:00"], &["09:30:00-12:30:00"]);
    assert_eq!((off.served_ppm(), off.service_minutes()), (None, 0));
}

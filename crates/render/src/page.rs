//! Pages as lists of marks, and the measures that all of them share. One unit everywhere: the
//! thousandth of a point.

/// A4, upright.
pub(crate) const WIDTH_MPT: i32 = 595_276;
pub(crate) const HEIGHT_MPT: i32 = 841_890;
/// The free edge at the left and at the right.
pub(crate) const EDGE_MPT: i32 = 59_528;
/// Where the text of a page begins and where it ends at the latest.
pub(crate) const TOP_MPT: i32 = 54_000;
pub(crate) const BOTTOM_MPT: i32 = HEIGHT_MPT - 58_000;
/// The line of the page number.
pub(crate) const FOOT_MPT: i32 = HEIGHT_MPT - 40_000;
/// The width between the edges.
pub(crate) const BODY_MPT: i32 = WIDTH_MPT - 2 * EDGE_MPT;
/// The strength of a rule.
pub(crate) const RULE_MPT: i32 = 500;

/// Something black on a page; places count from its upper left corner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mark {
    /// A line of text, by the left end of its base line.
    Text {
        x_mpt: i32,
        base_mpt: i32,
        size_mpt: i32,
        text: String,
    },
    /// A filled box: a rule, a module of a QR code.
    Box {
        x_mpt: i32,
        y_mpt: i32,
        width_mpt: i32,
        height_mpt: i32,
    },
}

/// The marks of one page, in the order they are read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) marks: Vec<Mark>,
}

impl Page {
    /// A rule from left to right.
    pub(crate) fn rule(&mut self, x_mpt: i32, y_mpt: i32, width_mpt: i32) {
        self.marks.push(Mark::Box {
            x_mpt,
            y_mpt: y_mpt - RULE_MPT / 2,
            width_mpt,
            height_mpt: RULE_MPT,
        });
    }

    /// A rule downwards.
    pub(crate) fn upright(&mut self, x_mpt: i32, y_mpt: i32, height_mpt: i32) {
        self.marks.push(Mark::Box {
            x_mpt: x_mpt - RULE_MPT / 2,
            y_mpt: y_mpt - RULE_MPT / 2,
            width_mpt: RULE_MPT,
            height_mpt: height_mpt + RULE_MPT,
        });
    }
}

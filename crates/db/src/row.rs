//! Rows and parameter lists: tuples of columns, or structs declared with [`row!`](crate::row).

use crate::value::{Column, Kind, Mismatch, Reads, Value, reads};

/// The columns a statement returns, in order.
pub trait Row: Sized {
    /// The kind of each column.
    const KINDS: &'static [Kind];

    /// What each column is read as.
    const READS: &'static [Reads];

    /// Reads one row.
    ///
    /// # Errors
    /// [`Mismatch`] when a value is not one the column's type can be.
    fn from_values(values: &mut dyn Iterator<Item = Value>) -> Result<Self, Mismatch>;
}

/// The parameters a statement takes after the centre, in order.
pub trait Params {
    /// The kind of each parameter.
    const KINDS: &'static [Kind];

    /// Appends the values.
    fn push_values(self, out: &mut Vec<Value>);
}

/// The next value of a row; a row that ends early reads as no value and fails in its column.
fn next_column<T: Column>(values: &mut dyn Iterator<Item = Value>) -> Result<T, Mismatch> {
    T::from_value(values.next().unwrap_or(Value::Null))
}

impl Row for () {
    const KINDS: &'static [Kind] = &[];
    const READS: &'static [Reads] = &[];

    fn from_values(_: &mut dyn Iterator<Item = Value>) -> Result<Self, Mismatch> {
        Ok(())
    }
}

impl Params for () {
    const KINDS: &'static [Kind] = &[];

    fn push_values(self, _: &mut Vec<Value>) {}
}

macro_rules! tuples {
    ($($name:ident.$index:tt)*) => {
        impl<$($name: Column),*> Row for ($($name,)*) {
            const KINDS: &'static [Kind] = &[$($name::KIND),*];
            const READS: &'static [Reads] = &[$(reads::<$name>),*];

            fn from_values(values: &mut dyn Iterator<Item = Value>) -> Result<Self, Mismatch> {
                Ok(($(next_column::<$name>(values)?,)*))
            }
        }

        impl<$($name: Column),*> Params for ($($name,)*) {
            const KINDS: &'static [Kind] = &[$($name::KIND),*];

            fn push_values(self, out: &mut Vec<Value>) {
                $(out.push(self.$index.into_value());)*
            }
        }
    };
}

tuples!(A.0);
tuples!(A.0 B.1);
tuples!(A.0 B.1 C.2);
tuples!(A.0 B.1 C.2 D.3);
tuples!(A.0 B.1 C.2 D.3 E.4);
tuples!(A.0 B.1 C.2 D.3 E.4 F.5);
tuples!(A.0 B.1 C.2 D.3 E.4 F.5 G.6);
tuples!(A.0 B.1 C.2 D.3 E.4 F.5 G.6 H.7);
tuples!(A.0 B.1 C.2 D.3 E.4 F.5 G.6 H.7 I.8);
tuples!(A.0 B.1 C.2 D.3 E.4 F.5 G.6 H.7 I.8 J.9);
tuples!(A.0 B.1 C.2 D.3 E.4 F.5 G.6 H.7 I.8 J.9 K.10);
tuples!(A.0 B.1 C.2 D.3 E.4 F.5 G.6 H.7 I.8 J.9 K.10 L.11);
tuples!(A.0 B.1 C.2 D.3 E.4 F.5 G.6 H.7 I.8 J.9 K.10 L.11 M.12);
tuples!(A.0 B.1 C.2 D.3 E.4 F.5 G.6 H.7 I.8 J.9 K.10 L.11 M.12 N.13);
tuples!(A.0 B.1 C.2 D.3 E.4 F.5 G.6 H.7 I.8 J.9 K.10 L.11 M.12 N.13 O.14);
tuples!(A.0 B.1 C.2 D.3 E.4 F.5 G.6 H.7 I.8 J.9 K.10 L.11 M.12 N.13 O.14 P.15);

/// A field of a [`row!`](crate::row): one column, or the columns of another such struct.
pub trait Field: Sized {
    /// The kind of each column.
    const KINDS: &'static [Kind];

    /// What each column is read as.
    const READS: &'static [Reads];

    /// The name of each column; none of a single one, which has the field's.
    const COLUMNS: &'static [&'static str];

    /// Reads the columns.
    ///
    /// # Errors
    /// [`Mismatch`] when a value is not one the column's type can be.
    fn take(values: &mut dyn Iterator<Item = Value>) -> Result<Self, Mismatch>;

    /// Appends the values.
    fn put(self, out: &mut Vec<Value>);
}

impl<T: Column> Field for T {
    const KINDS: &'static [Kind] = &[T::KIND];
    const READS: &'static [Reads] = &[reads::<T>];
    const COLUMNS: &'static [&'static str] = &[];

    fn take(values: &mut dyn Iterator<Item = Value>) -> Result<Self, Mismatch> {
        next_column(values)
    }

    fn put(self, out: &mut Vec<Value>) {
        out.push(self.into_value());
    }
}

/// The names of a field's columns, by the names of those within it and its own.
#[doc(hidden)]
pub const fn named(
    within: &'static [&'static str],
    own: &'static [&'static str],
) -> &'static [&'static str] {
    if within.is_empty() { own } else { within }
}

/// How many columns fields have together.
#[doc(hidden)]
pub const fn width(fields: &[&[Kind]]) -> usize {
    let (mut width, mut field) = (0, 0);
    while field < fields.len() {
        width += fields[field].len();
        field += 1;
    }
    width
}

/// What is known of the columns of fields, one after the other.
#[doc(hidden)]
pub const fn joined<T: Copy, const WIDTH: usize>(fields: &[&[T]]) -> [T; WIDTH] {
    let mut all = [fields[0][0]; WIDTH];
    let (mut at, mut field) = (0, 0);
    while field < fields.len() {
        let mut column = 0;
        while column < fields[field].len() {
            all[at] = fields[field][column];
            column += 1;
            at += 1;
        }
        field += 1;
    }
    all
}

/// Declares a struct that is a row or a parameter list, its fields in the statement's order. A field
/// is a column, or another such struct, whose columns then stand in its place.
///
/// ```
/// db::row! {
///     /// A branch as the list shows it.
///     pub struct BranchRow {
///         /// Its code.
///         pub code: String,
///         /// Its name.
///         pub name: String,
///     }
/// }
///
/// db::row! {
///     /// The same with the number of its members: code, name, members.
///     pub struct CountedBranch {
///         /// The branch.
///         pub branch: BranchRow,
///         /// How many.
///         pub members: i64,
///     }
/// }
/// ```
#[macro_export]
macro_rules! row {
    ($(#[$meta:meta])* $vis:vis struct $name:ident {
        $($(#[$field_meta:meta])* $field_vis:vis $field:ident: $type:ty),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        $vis struct $name {
            $($(#[$field_meta])* $field_vis $field: $type),*
        }

        const _: () = {
            const KINDS: &[&[$crate::Kind]] = &[$(<$type as $crate::Field>::KINDS),*];
            const WIDTH: usize = $crate::width(KINDS);

            impl $crate::Field for $name {
                const KINDS: &'static [$crate::Kind] = &$crate::joined::<_, WIDTH>(KINDS);
                const READS: &'static [$crate::Reads] =
                    &$crate::joined::<_, WIDTH>(&[$(<$type as $crate::Field>::READS),*]);
                const COLUMNS: &'static [&'static str] = &$crate::joined::<_, WIDTH>(&[
                    $($crate::named(<$type as $crate::Field>::COLUMNS, &[stringify!($field)])),*
                ]);

                fn take(
                    values: &mut dyn Iterator<Item = $crate::Value>,
                ) -> ::std::result::Result<Self, $crate::Mismatch> {
                    Ok($name { $($field: <$type as $crate::Field>::take(values)?),* })
                }

                fn put(self, out: &mut Vec<$crate::Value>) {
                    $(<$type as $crate::Field>::put(self.$field, out);)*
                }
            }
        };

        impl $crate::Row for $name {
            const KINDS: &'static [$crate::Kind] = <$name as $crate::Field>::KINDS;
            const READS: &'static [$crate::Reads] = <$name as $crate::Field>::READS;

            fn from_values(
                values: &mut dyn Iterator<Item = $crate::Value>,
            ) -> ::std::result::Result<Self, $crate::Mismatch> {
                <$name as $crate::Field>::take(values)
            }
        }

        impl $crate::Params for $name {
            const KINDS: &'static [$crate::Kind] = <$name as $crate::Field>::KINDS;

            fn push_values(self, out: &mut Vec<$crate::Value>) {
                $crate::Field::put(self, out);
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    row! {
        struct Person {
            name: String,
            born_in: Option<i64>,
        }
    }

    row! {
        struct Line {
            line_no: i64,
            person: Person,
            faulty: bool,
        }
    }

    #[test]
    fn the_columns_of_a_row_within_a_row_stand_in_its_place() {
        let kinds = [Kind::Int, Kind::Text, Kind::Int, Kind::Bool];
        assert_eq!(<Line as Row>::KINDS, kinds);
        assert_eq!(<Line as Params>::KINDS, kinds);
        let columns = ["line_no", "name", "born_in", "faulty"];
        assert_eq!(<Line as Field>::COLUMNS, columns);
        let values = [
            Value::Int(7),
            Value::Text("张".to_owned()),
            Value::Null,
            Value::Bool(true),
        ];
        let reads = <Line as Row>::READS.iter().zip(&values);
        assert!(reads.into_iter().all(|(reads, value)| reads(value.clone())));
        assert!(!<Line as Row>::READS[1](Value::Int(1)));
        let line = Line::from_values(&mut values.iter().cloned()).unwrap();
        assert_eq!((line.line_no, line.person.name.as_str()), (7, "张"));
        let mut written = Vec::new();
        line.push_values(&mut written);
        assert_eq!(written, values);
    }
}

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
#[doc(hidden)]
pub fn next_column<T: Column>(values: &mut dyn Iterator<Item = Value>) -> Result<T, Mismatch> {
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

/// Declares a struct that is a row or a parameter list, its fields in the statement's order.
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

        impl $crate::Row for $name {
            const KINDS: &'static [$crate::Kind] = &[$(<$type as $crate::Column>::KIND),*];
            const READS: &'static [$crate::Reads] = &[$($crate::reads::<$type>),*];

            fn from_values(
                values: &mut dyn Iterator<Item = $crate::Value>,
            ) -> ::std::result::Result<Self, $crate::Mismatch> {
                Ok($name { $($field: $crate::next_column::<$type>(values)?),* })
            }
        }

        impl $crate::Params for $name {
            const KINDS: &'static [$crate::Kind] = &[$(<$type as $crate::Column>::KIND),*];

            fn push_values(self, out: &mut Vec<$crate::Value>) {
                $(out.push($crate::Column::into_value(self.$field));)*
            }
        }
    };
}

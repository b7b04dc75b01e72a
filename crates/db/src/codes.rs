//! Closed sets of codes: enums stored as text, with the word people see.

use thiserror::Error;

/// A text that is none of the set's codes.
#[derive(Debug, Error)]
#[error("unknown {set}: {code:?}")]
pub struct UnknownCode {
    /// The set's name.
    pub set: &'static str,
    /// The text.
    pub code: String,
}

/// Declares a closed set of codes: an enum stored as text (`code`) and shown in Chinese (`label`).
///
/// ```
/// db::codes! {
///     /// Which way a door stands.
///     pub enum Door {
///         /// Anyone may pass.
///         Open = "open", "开";
///         /// Nobody may pass.
///         Shut = "shut", "关";
///     }
/// }
/// assert_eq!("shut".parse::<Door>().ok(), Some(Door::Shut));
/// assert_eq!(Door::Open.label(), "开");
/// ```
#[macro_export]
macro_rules! codes {
    ($(#[$meta:meta])* $vis:vis enum $name:ident {
        $($(#[$variant_meta:meta])* $variant:ident = $code:literal, $label:literal);* $(;)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        $vis enum $name {
            $($(#[$variant_meta])* $variant),*
        }

        impl $name {
            /// Every member of the set, in the order declared.
            $vis const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The code stored and sent.
            $vis const fn code(self) -> &'static str {
                match self { $($name::$variant => $code),* }
            }

            /// The word people see.
            $vis const fn label(self) -> &'static str {
                match self { $($name::$variant => $label),* }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::UnknownCode;

            fn from_str(code: &str) -> ::std::result::Result<Self, $crate::UnknownCode> {
                match code {
                    $($code => Ok($name::$variant),)*
                    _ => Err($crate::UnknownCode { set: stringify!($name), code: code.to_owned() }),
                }
            }
        }

        impl $crate::macro_support::serde::Serialize for $name {
            fn serialize<S: $crate::macro_support::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        impl<'de> $crate::macro_support::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::macro_support::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                let code = <::std::string::String as $crate::macro_support::serde::Deserialize>::deserialize(
                    deserializer,
                )?;
                code.parse().map_err($crate::macro_support::serde::de::Error::custom)
            }
        }

        impl $crate::Column for $name {
            const KIND: $crate::Kind = $crate::Kind::Text;

            fn into_value(self) -> $crate::Value {
                $crate::Value::Text(self.code().to_owned())
            }

            fn from_value(value: $crate::Value) -> ::std::result::Result<Self, $crate::Mismatch> {
                match &value {
                    $crate::Value::Text(code) => {
                        code.parse().map_err(|_| $crate::Mismatch::new(stringify!($name), &value))
                    }
                    other => Err($crate::Mismatch::new(stringify!($name), other)),
                }
            }
        }
    };
}

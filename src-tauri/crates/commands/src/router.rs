//! From a command's name and argument to its function, and back.

/// Declares the commands: from this one list come the router, the names and the TypeScript.
macro_rules! commands {
    ($($(#[doc = $doc:literal])+ $name:literal => $function:path, $argument:ty, $result:ty;)+) => {
        /// The names of all commands.
        pub const NAMES: &[&str] = &[$($name),+];

        /// Runs a command. May take long: hosts call it off their main thread.
        ///
        /// # Errors
        /// When there is no such command, the argument is not of its type, or the command fails.
        pub fn call(context: &Context, name: &str, argument: Value) -> Result<Value> {
            match name {
                $($name => {
                    let argument: $argument = serde_json::from_value(argument).map_err(|e| not_an_argument(name, &e))?;
                    let result: $result = $function(context, argument)?;
                    serde_json::to_value(result).map_err(|e| not_a_result(name, &e))
                })+
                _ => Err(Error::new(Code::Internal, format!("There is no command “{name}”."))),
            }
        }

        /// Shows each command's name, description and types to `seen`.
        pub(crate) fn each(seen: &mut impl Seen) {
            $(seen.command::<$argument, $result>($name, concat!($($doc, "\n"),+));)+
        }
    };
}
pub(crate) use commands;

//! The list of what a host may ask, once; its TypeScript; its errors.

package dev.carillon.compliance;

import dev.carillon.phone.PhoneNumber;

/// The wish to phone somebody, in the words the rules are written in.
public record DialRequest(PhoneNumber number, CallNature nature) {}

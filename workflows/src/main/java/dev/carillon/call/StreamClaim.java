package dev.carillon.call;

/// A bridge asks for a call whose media stream has reached it.
///
/// @param token the one-time token of the stream's address
/// @param providerCallId the carrier's id of the call, from the stream's start message
public record StreamClaim(String token, String providerCallId) {}

package dev.carillon.signature;

/// What an address with a token is for. A token of one purpose opens nothing else.
public enum LinkPurpose {
  VOICE,
  STATUS,
  AMD,
  RECORDING,
  SMS_STATUS,
  LISTEN
}

package dev.carillon.sandbox.carrier.twiml;

import java.util.List;

/// A document as the carrier understood it, and what it did not like: error codes first, as in
/// `12200 …`. With `readable` false there is nothing to run and the call ends.
public record TwimlDocument(boolean readable, List<Verb> verbs, List<String> breaches) {
  public TwimlDocument {
    verbs = List.copyOf(verbs);
    breaches = List.copyOf(breaches);
  }

  /// The texts it sends, when it answers a text.
  public List<String> messages() {
    return verbs.stream()
        .filter(Verb.Message.class::isInstance)
        .map(Verb.Message.class::cast)
        .map(Verb.Message::text)
        .toList();
  }
}

package dev.carillon.conversation;

import java.util.UUID;

/// News for a thread: a text has come in.
public record ReceivedText(UUID messageId) {}

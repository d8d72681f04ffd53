package dev.carillon.call;

import java.util.UUID;

/// A text that a person sent, to be answered.
///
/// @param messageId its row; what it says stands there
public record TextTurn(UUID tenantId, UUID contactId, UUID messageId) {}

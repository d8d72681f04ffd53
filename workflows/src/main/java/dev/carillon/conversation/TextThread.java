package dev.carillon.conversation;

import java.util.UUID;

/// One person's conversation by text with a business.
public record TextThread(UUID tenantId, UUID contactId) {}

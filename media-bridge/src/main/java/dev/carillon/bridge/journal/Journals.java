package dev.carillon.bridge.journal;

import java.util.UUID;

/// Opens a journal per stream.
public interface Journals {

  /// A journal whose entries belong to this call.
  Journal open(UUID tenantId, UUID callId);
}

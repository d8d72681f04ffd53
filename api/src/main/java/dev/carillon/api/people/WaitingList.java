package dev.carillon.api.people;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is needed beside its file to take a list in; lies next to the file until that is done.
///
/// @param charset the encoding the sender has named
/// @param mapping field names by header
record WaitingList(UUID tenantId, @Nullable String charset, Map<String, String> mapping) {
  WaitingList {
    mapping = Map.copyOf(mapping);
  }

  @Nullable Charset declared() {
    return charset == null ? null : Charset.forName(charset);
  }
}

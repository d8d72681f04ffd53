package dev.carillon.activities.objects;

import java.io.InputStream;
import java.util.Optional;

/// Keeps bytes under a key of lower-case letters, digits, `-`, `_`, `.` and `/`, such as
/// `recordings/0198…/RE….wav`. Keys hold ids only, nothing of a person.
public interface ObjectStore {
  /// Keeps all of `bytes`, which the caller closes. Whoever reads sees the old object or the new
  /// one, never a part; repeating it is harmless.
  ///
  /// @return how many bytes were kept
  /// @throws ObjectStoreException when nothing was kept
  long put(String key, InputStream bytes);

  /// The object, or empty when there is none. The caller closes its stream.
  ///
  /// @throws ObjectStoreException when the store cannot tell
  Optional<StoredObject> get(String key);

  /// Removes the object; harmless when there is none.
  ///
  /// @throws ObjectStoreException when it may still be there
  void delete(String key);
}

package dev.carillon.activities.objects;

import java.io.IOException;
import java.io.Serial;

/// The store did not do what it was asked; trying again later may help.
public final class ObjectStoreException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  ObjectStoreException(String operation, IOException cause) {
    super("the object store could not " + operation, cause);
  }
}

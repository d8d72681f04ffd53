package dev.carillon.activities.objects;

import java.io.IOException;
import java.io.InputStream;

/// An object that is being read; closing it closes its stream.
public record StoredObject(InputStream bytes, long size) implements AutoCloseable {
  @Override
  public void close() throws IOException {
    bytes.close();
  }
}

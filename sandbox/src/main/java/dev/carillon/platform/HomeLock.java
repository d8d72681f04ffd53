package dev.carillon.platform;

import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Keeps a second launch off a home that is in use. The system lets go of it when the launch dies.
final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  static HomeLock take(Home home) {
    try {
      var channel =
          FileChannel.open(
              home.run().resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel) == null) {
        channel.close();
        throw new StartFailure(
            "another launch already runs in " + home.folder() + ": end it, or set CARILLON_HOME");
      }
      return new HomeLock(channel);
    } catch (IOException e) {
      throw new StartFailure("cannot lock " + home.folder() + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable FileLock locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // The system lets go of the lock when the process ends.
    }
  }
}

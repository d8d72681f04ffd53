package dev.carillon.activities.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears the database's announcements on one channel, on a connection of its own. For one thread.
///
/// An announcement is a hint: those made while the connection is away are lost, so whoever waits
/// looks for work after every wait, heard or not.
public final class Listening implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Listening.class);

  private final DatabaseProperties properties;
  private final String channel;
  private @Nullable Connection connection;

  private Listening(DatabaseProperties properties, String channel) {
    this.properties = properties;
    this.channel = channel;
  }

  /// Waits for an announcement, `atMost` that long.
  ///
  /// @return true when there was one, or when the connection is new and some may have been missed
  public boolean await(Duration atMost) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    try {
      var open = connection;
      if (open == null) {
        connection = listen();
        return true;
      }
      var heard =
          open.unwrap(PGConnection.class).getNotifications((int) Math.max(1, atMost.toMillis()));
      return heard != null && heard.length > 0;
    } catch (SQLException e) {
      close();
      if (Thread.interrupted()) {
        // An interrupt closes a virtual thread's socket: that is the end, not a failure.
        throw new InterruptedException();
      }
      log.atWarn()
          .addKeyValue("channel", channel)
          .addKeyValue("sqlState", e.getSQLState())
          .log("the connection for listening was lost");
      pause(atMost);
      return false;
    }
  }

  private Connection listen() throws SQLException {
    var fresh = Connections.single(properties);
    try (var statement = fresh.createStatement()) {
      statement.execute("listen " + channel);
      return fresh;
    } catch (SQLException e) {
      fresh.close();
      throw e;
    }
  }

  private static void pause(Duration atMost) throws InterruptedException {
    var _ = new CountDownLatch(1).await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    var open = connection;
    connection = null;
    if (open == null) {
      return;
    }
    try {
      open.close();
    } catch (SQLException e) {
      log.atDebug().addKeyValue("sqlState", e.getSQLState()).log("connection was gone already");
    }
  }

  /// Makes listeners.
  public static final class Factory {
    private final DatabaseProperties properties;

    Factory(DatabaseProperties properties) {
      this.properties = properties;
    }

    /// A listener on `channel`.
    ///
    /// @param channel a plain identifier, such as `carillon_dial`
    public Listening on(String channel) {
      if (!channel.matches("[a-z_]+")) {
        throw new IllegalArgumentException("not a channel: " + channel);
      }
      return new Listening(properties, channel);
    }
  }
}

package dev.carillon.cli.campaign;

import dev.carillon.cli.rest.Answers.Import;
import dev.carillon.cli.rest.Api;
import dev.carillon.cli.shell.Session;
import dev.carillon.cli.shell.Ticks;
import dev.carillon.platform.process.StartFailure;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;

/// Uploads a list of contacts and waits until it is imported.
public final class ContactList {
  private static final Ticks TICKS = new Ticks(Duration.ofMillis(300));
  private static final int REASONS_SHOWN = 20;

  private final Api api;
  private final Session session;

  public ContactList(Api api, Session session) {
    this.api = api;
    this.session = session;
  }

  /// What came of importing `file`; rows that were rejected are shown with their reasons.
  public Import upload(Path file) throws InterruptedException {
    try {
      return finished(api.upload(BodyPublishers.ofFile(file)));
    } catch (FileNotFoundException _) {
      throw new StartFailure("there is no file " + file + ", or it cannot be read");
    }
  }

  public Import upload(String csv) throws InterruptedException {
    return finished(api.upload(BodyPublishers.ofString(csv)));
  }

  private Import finished(Import begun) throws InterruptedException {
    var state = begun;
    while (state.running()) {
      TICKS.await();
      state = api.get("/api/v1/contacts/imports/" + begun.id(), Import.class);
    }
    session.say(
        "%d rows: %d imported, %d updated, %d unchanged, %d duplicates, %d rejected"
            .formatted(
                state.rows(),
                state.imported(),
                state.updated(),
                state.unchanged(),
                state.duplicates(),
                state.rejected()));
    if (state.rejected() > 0) {
      api.text("/api/v1/contacts/imports/" + state.id() + "/errors")
          .lines()
          .limit(REASONS_SHOWN + 1L)
          .forEach(line -> session.say("  " + line));
    }
    if (state.state().equals("FAILED")) {
      throw new StartFailure("the import failed; nothing of the file was taken");
    }
    return state;
  }
}

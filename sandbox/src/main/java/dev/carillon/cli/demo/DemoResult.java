package dev.carillon.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.cli.shell.Table;
import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What came of a demo.
///
/// @param seconds from the command to the last outcome
record DemoResult(
    String campaignId, long seconds, Map<String, Integer> outcomes, List<Contact> contacts) {
  private static final ObjectMapper JSON = new ObjectMapper();

  DemoResult {
    contacts = List.copyOf(contacts);
    outcomes = new TreeMap<>(outcomes);
  }

  /// One person and their one outcome.
  record Contact(String name, String phoneNumber, String outcome, int attempts, long talkSeconds) {}

  static DemoResult of(String campaignId, long seconds, List<Contact> contacts) {
    var outcomes = new TreeMap<String, Integer>();
    contacts.forEach(contact -> outcomes.merge(contact.outcome(), 1, Integer::sum));
    return new DemoResult(campaignId, seconds, outcomes, contacts);
  }

  /// The result as tables for a terminal.
  List<String> lines() {
    var people = new Table("person", "number", "outcome", "attempts", "talked s");
    contacts.forEach(contact ->
        people.row(
            contact.name(),
            contact.phoneNumber(),
            contact.outcome(),
            contact.attempts(),
            contact.talkSeconds()));
    var counts = new Table("outcome", "people");
    outcomes.forEach(counts::row);
    var lines = new ArrayList<String>();
    lines.add("");
    lines.addAll(people.lines());
    lines.add("");
    lines.addAll(counts.lines());
    lines.add("");
    lines.add(contacts.size() + " people, one outcome each, after " + seconds + " s");
    return lines;
  }

  void write(Path file) {
    try {
      Files.writeString(
          file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the result is plain data", e);
    } catch (IOException e) {
      throw new StartFailure("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}

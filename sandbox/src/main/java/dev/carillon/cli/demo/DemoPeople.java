package dev.carillon.cli.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// The ten people of the demo, and how each takes a call: a good part of what can happen on a
/// phone.
final class DemoPeople {
  static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalTime FIRST_APPOINTMENT = LocalTime.of(9, 0);

  private static final List<Person> ALL =
      List.of(
          new Person("Ada Romero", "+12127364827", List.of("confirm")),
          new Person("Ben Okafor", "+13127826491", List.of("no_answer", "confirm")),
          new Person("Carla Nguyen", "+12067483920", List.of("busy", "confirm")),
          new Person("David Klein", "+16175264418", List.of("voicemail")),
          new Person("Elena Petrova", "+13052847736", List.of("opt_out")),
          new Person("Frank Sullivan", "+17023846629", List.of("reschedule")),
          new Person("Grace Kim", "+14153927748", List.of("wrong_number")),
          new Person("Hector Alvarez", "+12149263384", List.of("escalate")),
          new Person("Ingrid Larsen", "+16123748862", List.of("interrupt")),
          new Person("Jamal Carter", "+14042738846", List.of("chatty")));

  private DemoPeople() {}

  /// Somebody and what they do at each attempt; the last one repeats.
  record Person(String name, String phoneNumber, List<String> scripts) {}

  static List<String> numbers() {
    return ALL.stream().map(Person::phoneNumber).toList();
  }

  /// The scripts of the person with that number, or those of some person for anybody else.
  static List<String> scripts(String phoneNumber, int index) {
    return ALL.stream()
        .filter(person -> person.phoneNumber().equals(phoneNumber))
        .findFirst()
        .orElse(ALL.get(index % ALL.size()))
        .scripts();
  }

  /// The list to import: everybody has an appointment on the day after `today`, half an hour apart.
  static String csv(LocalDate today) {
    var csv = new StringBuilder("name,phone,appointment_at,service\n");
    var time = ZonedDateTime.of(today.plusDays(1), FIRST_APPOINTMENT, ZONE);
    for (var person : ALL) {
      var at = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
      csv.append(String.join(",", person.name(), person.phoneNumber(), at, "check-up"))
          .append('\n');
      time = time.plusMinutes(30);
    }
    return csv.toString();
  }
}

package dev.carillon.activities.postgres.tools;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.bookings.Bookings;
import dev.carillon.activities.postgres.bookings.CalendarView;
import dev.carillon.activities.postgres.dialling.DialQueue;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.activities.postgres.people.Suppressions;
import dev.carillon.activities.postgres.prompts.PastTalks;
import dev.carillon.call.AfterCall;
import dev.carillon.call.Summariser;
import dev.carillon.call.ToolDesk;
import dev.carillon.conversation.Messaging;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tools of conversations and the reading of transcripts, for the worker.
@Configuration(proxyBeanMethods = false)
public class ToolsConfiguration {

  @Bean
  ToolDesk toolDesk(
      JdbcClient jdbc,
      TenantTransactions transactions,
      List<Toolbox> boxes,
      Jsonb json,
      Events events,
      Messaging messaging,
      InstantSource clock) {
    var tools = boxes.stream().flatMap(box -> box.tools().stream()).toList();
    return new PostgresToolDesk(jdbc, transactions, tools, json, events, messaging, clock);
  }

  @Bean
  Toolbox bookingTools(JdbcClient jdbc, Bookings bookings, CalendarView calendar, PastTalks past) {
    var vehicles = new Vehicles(jdbc);
    var tools = new ArrayList<>(new AppointmentTools(jdbc, bookings, calendar).all());
    tools.add(new BookingTools.Slots(bookings, calendar));
    tools.add(new BookingTools.Book(bookings, vehicles, calendar));
    tools.add(new BookingTools.Upcoming(bookings));
    tools.add(new CustomerTool(past, bookings, vehicles));
    return new Toolbox(tools);
  }

  @Bean
  Toolbox consentTools(JdbcClient jdbc, Events events, Ids ids, InstantSource clock) {
    var optOuts = new OptOuts(new Suppressions(jdbc, events, ids, clock), jdbc);
    return Toolbox.of(new ConsentTools.OptOut(optOuts), new ConsentTools.WrongNumber(optOuts));
  }

  @Bean
  Toolbox officeTools(JdbcClient jdbc, DialQueue queue, Ids ids, Jsonb json) {
    return Toolbox.of(
        new CallBackTool(queue, ids),
        new LeadTool(jdbc, ids, json),
        new EscalateTool(),
        new EndCallTool());
  }

  @Bean
  AfterCall afterCall(JdbcClient jdbc, TenantTransactions transactions, Summariser summariser) {
    return new PostgresAfterCall(jdbc, transactions, summariser);
  }
}

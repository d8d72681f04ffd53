package dev.carillon.activities.postgres.bookings;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.activities.postgres.events.WorkOrders;
import dev.carillon.booking.AppointmentCalendar;
import dev.carillon.booking.BookingBook;
import dev.carillon.conversation.Messaging;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The appointments that conversations make, for the worker.
@Configuration(proxyBeanMethods = false)
public class BookingsConfiguration {

  @Bean
  WorkOrders workOrders(JdbcClient jdbc, Jsonb json, Ids ids) {
    return new WorkOrders(jdbc, json, ids);
  }

  @Bean
  NoCalendar noCalendar() {
    return new NoCalendar();
  }

  @Bean
  CalendarView calendarView(
      AppointmentCalendar calendar,
      TenantTransactions transactions,
      JdbcClient jdbc,
      Jsonb json,
      InstantSource clock) {
    return new CalendarView(calendar, transactions, jdbc, json, clock);
  }

  @Bean
  Bookings bookings(
      JdbcClient jdbc,
      Jsonb json,
      CalendarView calendar,
      WorkOrders orders,
      Events events,
      Ids ids) {
    return new Bookings(jdbc, new Openings(jdbc, json, calendar), orders, events, ids);
  }

  @Bean
  BookingBook bookingBook(
      TenantTransactions transactions,
      JdbcClient jdbc,
      Events events,
      Messaging messaging,
      InstantSource clock) {
    return new PostgresBookingBook(transactions, jdbc, events, messaging, clock);
  }
}

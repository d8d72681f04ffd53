package dev.carillon.activities.postgres.tools;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.dialling.DialQueue;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.activities.postgres.people.Suppressions;
import dev.carillon.call.AfterCall;
import dev.carillon.call.Summariser;
import dev.carillon.call.ToolDesk;
import dev.carillon.conversation.Messaging;
import java.time.InstantSource;
import java.util.ArrayList;
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
      DialQueue queue,
      Ids ids,
      Jsonb json,
      Events events,
      Messaging messaging,
      InstantSource clock) {
    var optOuts = new OptOuts(new Suppressions(jdbc, events, ids, clock), jdbc);
    var tools = new ArrayList<>(new AppointmentTools(jdbc).all());
    tools.add(new ConsentTools.OptOut(optOuts));
    tools.add(new ConsentTools.WrongNumber(optOuts));
    tools.add(new CallBackTool(queue, ids));
    tools.add(new LeadTool(jdbc, ids, json));
    tools.add(new EscalateTool());
    tools.add(new EndCallTool());
    return new PostgresToolDesk(jdbc, transactions, tools, json, events, messaging, clock);
  }

  @Bean
  AfterCall afterCall(JdbcClient jdbc, TenantTransactions transactions, Summariser summariser) {
    return new PostgresAfterCall(jdbc, transactions, summariser);
  }
}

package dev.carillon.activities.postgres.imports;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.people.ContactRules;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Imports into the default database.
@Configuration(proxyBeanMethods = false)
public class ImportsConfiguration {

  @Bean
  ContactImports contactImports(JdbcClient jdbc, Ids ids, InstantSource clock) {
    return new ContactImports(jdbc, ids, clock);
  }

  @Bean
  ImportRun importRun(
      TenantTransactions transactions,
      DataSource dataSource,
      ContactImports imports,
      ContactRules rules,
      InstantSource clock,
      Ids ids,
      Jsonb jsonb) {
    return new ImportRun(transactions, dataSource, imports, rules, clock, ids, jsonb);
  }
}

package dev.carillon.activities.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.carillon.account.AccountRef;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// The database of an application: migrated when the data source is made, with the default tenant
/// in it when [AccountRef] is.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
@Import(ClockConfiguration.class)
public class DatabaseConfiguration {

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(DatabaseProperties properties) {
    new Migrations(properties).run();
    return Connections.pool(properties);
  }

  @Bean
  JdbcClient jdbcClient(DataSource dataSource) {
    return JdbcClient.create(dataSource);
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return new TenantTransactionManager(dataSource);
  }

  @Bean
  TenantTransactions tenantTransactions(PlatformTransactionManager transactionManager) {
    return new TenantTransactions(transactionManager);
  }

  @Bean
  Listening.Factory listening(DatabaseProperties properties) {
    return new Listening.Factory(properties);
  }

  @Bean
  Ids ids(InstantSource clock, RandomGenerator random) {
    return new Ids(clock, random);
  }

  @Bean
  Jsonb jsonb() {
    return new Jsonb();
  }

  @Bean
  BootstrapProperties bootstrapProperties(Environment environment) {
    return BootstrapProperties.from(environment);
  }

  /// The one carrier account of the default tenant, made if it is not there yet.
  @Bean
  AccountRef defaultAccount(
      JdbcClient jdbc,
      TenantTransactions transactions,
      Ids ids,
      InstantSource clock,
      BootstrapProperties properties) {
    return new Bootstrap(jdbc, transactions, ids, clock).run(properties);
  }
}

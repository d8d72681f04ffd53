package dev.carillon.api.people;

import dev.carillon.account.AccountRef;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.imports.ContactImports;
import dev.carillon.activities.postgres.imports.ImportRun;
import dev.carillon.activities.postgres.imports.ImportsConfiguration;
import dev.carillon.activities.postgres.people.PeopleConfiguration;
import dev.carillon.activities.postgres.settings.Businesses;
import dev.carillon.api.web.intake.UploadFolder;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/// The routes of this package with what they stand on.
@Configuration(proxyBeanMethods = false)
@Import({
  PeopleConfiguration.class,
  ImportsConfiguration.class,
  ContactsController.class,
  ImportsController.class,
  SuppressionsController.class,
  AppointmentsController.class
})
public class PeopleRoutes {

  @Bean
  AppointmentRules appointmentRules(Businesses businesses) {
    return new AppointmentRules(businesses);
  }

  @Bean
  ImportDesk importDesk(
      ContactImports imports,
      ImportRun run,
      TenantTransactions transactions,
      UploadFolder folder,
      JsonMapper json,
      AccountRef account,
      InstantSource clock) {
    return new ImportDesk(imports, run, transactions, folder, json, account, clock);
  }
}

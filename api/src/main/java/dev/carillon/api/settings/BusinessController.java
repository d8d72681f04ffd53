package dev.carillon.api.settings;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.people.ContactRules;
import dev.carillon.activities.postgres.settings.Business;
import dev.carillon.activities.postgres.settings.Businesses;
import dev.carillon.api.web.Tenant;
import dev.carillon.compliance.Window;
import dev.carillon.phone.PhoneReading;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The profile of the business.
@RestController
@RequestMapping("/api/v1/business")
@Tag(name = "Settings")
public final class BusinessController {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DISCLOSURE = 1_000;
  private static final int MOST_HOURS = 50;

  private final Businesses businesses;
  private final ContactRules numbers;
  private final TenantTransactions transactions;

  BusinessController(Businesses businesses, ContactRules numbers, TenantTransactions transactions) {
    this.businesses = businesses;
    this.numbers = numbers;
    this.transactions = transactions;
  }

  @GetMapping
  public Business get(Tenant tenant) {
    return transactions.in(tenant.id(), businesses::get);
  }

  @PutMapping
  public Business put(Tenant tenant, @RequestBody BusinessFields fields) {
    var business = checked(fields);
    return transactions.in(
        tenant.id(),
        () -> {
          businesses.put(tenant.id(), business);
          return businesses.get();
        });
  }

  private Business checked(BusinessFields fields) {
    var checks = new Checks();
    var business =
        new Business(
            checks.required("name", fields.name(), LONGEST_NAME),
            checks.zone("timeZone", fields.timeZone()),
            hours(fields.hours(), checks),
            fields.lunch(),
            number("ownerNumber", fields.ownerNumber(), checks),
            fields.quietHours(),
            checks.optional("disclosure", fields.disclosure(), LONGEST_DISCLOSURE),
            number("callbackNumber", fields.callbackNumber(), checks));
    if (business.lunch() != null && !business.lunch().from().isBefore(business.lunch().to())) {
      checks.add("lunch", "INVALID", "begins before it ends");
    }
    checks.end();
    return business;
  }

  private static List<Window> hours(@Nullable List<@Nullable Window> given, Checks checks) {
    var hours = new ArrayList<Window>();
    if (given == null) {
      return hours;
    }
    if (given.size() > MOST_HOURS) {
      checks.add("hours", "TOO_MANY", "are more than 50");
      return hours;
    }
    for (var one : given) {
      if (one == null) {
        checks.add("hours", "INVALID", "hold an empty entry");
      } else {
        hours.add(one);
      }
    }
    return hours;
  }

  private @Nullable String number(String field, @Nullable String text, Checks checks) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return switch (numbers.number(text)) {
      case PhoneReading.Accepted accepted -> accepted.number().e164();
      case PhoneReading.Refused(String code, String message) -> {
        checks.add(field, code, message);
        yield null;
      }
    };
  }
}

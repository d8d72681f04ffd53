package dev.carillon.api.people;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.imports.ContactImport;
import dev.carillon.activities.postgres.imports.ContactImports;
import dev.carillon.api.web.Tenant;
import dev.carillon.api.web.intake.Upload;
import dev.carillon.api.web.problem.FieldProblem;
import dev.carillon.api.web.problem.Problem;
import dev.carillon.api.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Lists of people: each row is taken or gets its own reason, and all good rows appear at once.
@RestController
@RequestMapping("/api/v1/contacts/imports")
@Tag(name = "Contacts")
public final class ImportsController {
  private static final TypeReference<Map<String, String>> MAPPING = new TypeReference<>() {};

  private final ImportDesk desk;
  private final ContactImports imports;
  private final TenantTransactions transactions;
  private final JsonMapper json;

  ImportsController(
      ImportDesk desk, ContactImports imports, TenantTransactions transactions, JsonMapper json) {
    this.desk = desk;
    this.imports = imports;
    this.transactions = transactions;
    this.json = json;
  }

  @PostMapping(consumes = "text/csv")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Import a CSV list")
  ContactImport csv(
      Tenant tenant,
      @Parameter(hidden = true) @RequestAttribute(Upload.ATTRIBUTE) Upload upload,
      @RequestHeader("Content-Type") String type)
      throws IOException {
    var list = new WaitingList(tenant.id(), charset(type), Map.of());
    return desk.accept(list, null, upload.file());
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Import a CSV list", description = "`file`, and `mapping` as JSON.")
  public ContactImport form(
      Tenant tenant,
      @Parameter(hidden = true) @RequestAttribute(Upload.ATTRIBUTE) Upload upload,
      @RequestHeader("Content-Type") String type)
      throws IOException {
    var form = MultipartList.read(upload.file(), type);
    var list = new WaitingList(tenant.id(), null, mapping(form.mapping()));
    return desk.accept(list, form.fileName(), form.file());
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(hidden = true)
  ResponseEntity<Problem> sheet() {
    var error = new FieldProblem("sheetId", "PROVIDER_OFF", "needs Google Sheets, which is off");
    return ResponseEntity.unprocessableContent()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "One field is wrong.", List.of(error)));
  }

  private static @Nullable String charset(String contentType) {
    try {
      var charset = MediaType.parseMediaType(contentType).getCharset();
      return charset == null ? null : charset.name();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      throw ProblemException.unreadable("Content-Type", "INVALID", "names no known encoding");
    }
  }

  private Map<String, String> mapping(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return Map.of();
    }
    try {
      return json.readValue(text, MAPPING);
    } catch (JacksonException _) {
      throw ProblemException.field("mapping", "INVALID", "is not an object of texts");
    }
  }

  @GetMapping("/{id}")
  ContactImport get(Tenant tenant, @PathVariable UUID id) {
    return transactions.in(tenant.id(), () -> found(id));
  }

  @GetMapping("/{id}/errors")
  @Operation(summary = "Why rows were not taken", description = "CSV: row,field,code,message.")
  void errors(Tenant tenant, @PathVariable UUID id, HttpServletResponse response)
      throws IOException {
    transactions.in(tenant.id(), () -> found(id));
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"errors.csv\"");
    var writer = response.getWriter();
    transactions.run(tenant.id(), () -> imports.writeErrors(id, writer));
    writer.flush();
  }

  private ContactImport found(UUID id) {
    return imports.find(id).orElseThrow(() -> ProblemException.notFound("import"));
  }
}

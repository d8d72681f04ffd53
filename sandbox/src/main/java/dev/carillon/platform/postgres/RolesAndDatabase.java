package dev.carillon.platform.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// Carillon's two roles and its database on the embedded server. The application's role is neither
/// owner nor superuser: on a server whose only role is a superuser every tenant's rows would be
/// visible to everyone.
final class RolesAndDatabase {
  private final EmbeddedPostgres server;
  private boolean ensured;

  RolesAndDatabase(EmbeddedPostgres server) {
    this.server = server;
  }

  /// Makes what is missing once; later calls only see whether the server answers.
  boolean ensured() {
    try (var connection = connect()) {
      if (!ensured) {
        role(connection, server.owner());
        role(connection, server.application());
        database(connection);
        ensured = true;
      }
      return connection.isValid(1);
    } catch (SQLException _) {
      return false;
    }
  }

  private Connection connect() throws SQLException {
    var login = new Properties();
    login.setProperty("user", server.superuser().user());
    login.setProperty("password", server.superuser().password());
    login.setProperty("connectTimeout", "1");
    login.setProperty("loginTimeout", "2");
    login.setProperty("socketTimeout", "10");
    return DriverManager.getConnection(server.maintenanceUrl(), login);
  }

  private static void role(Connection connection, DatabaseLogin login) throws SQLException {
    var name = connection.createStatement().enquoteIdentifier(login.user(), true);
    if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", login.user())) {
      run(connection, "CREATE ROLE " + name);
    }
    var password = connection.createStatement().enquoteLiteral(login.password());
    run(
        connection,
        "ALTER ROLE "
            + name
            + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD "
            + password);
  }

  private void database(Connection connection) throws SQLException {
    var exists = "SELECT 1 FROM pg_database WHERE datname = ?";
    if (!exists(connection, exists, EmbeddedPostgres.DATABASE)) {
      run(connection, "CREATE DATABASE carillon OWNER " + server.owner().user());
    }
    run(connection, "REVOKE ALL ON DATABASE carillon FROM PUBLIC");
    run(connection, "GRANT CONNECT ON DATABASE carillon TO " + server.application().user());
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package norrhub.admin.cli;

/** Where commands find the configuration when they do not say it: where the hub finds it. */
final class ConfigFolder {
  /** The environment variable that sets {@code norrhub.home.config}; else beside the caller. */
  static final String DEFAULT = "${env:NORRHUB_HOME_CONFIG:-config}";

  private ConfigFolder() {}
}

package norrhub.bench;

/** Seconds of processor time. */
record Cpu(double hub, double postgres) {
  Cpu minus(Cpu other) {
    return new Cpu(hub - other.hub, postgres - other.postgres);
  }

  double both() {
    return hub + postgres;
  }
}

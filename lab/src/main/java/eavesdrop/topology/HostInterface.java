package eavesdrop.topology;

/// A network interface of this host.
///
/// @param name for example `veth12ab`
/// @param index its number, as `ip link` and the `iflink` of its other end have it
public record HostInterface(String name, int index) {}

# Sourced by a build step. Lets Maven trust the certificate authorities in the build secret extra_ca
# (PEM, one or several), beside those that the JDK trusts. Does nothing when it holds none.
secret=/run/secrets/extra_ca
if grep -q 'BEGIN CERTIFICATE' $secret 2>/dev/null; then
  trust=$(mktemp -d)
  cp -L "$JAVA_HOME/lib/security/cacerts" "$trust/cacerts"
  chmod u+w "$trust/cacerts"
  csplit -s -z -f "$trust/ca-" $secret '/BEGIN CERTIFICATE/' '{*}'
  for certificate in "$trust"/ca-*; do
    grep -q 'BEGIN CERTIFICATE' "$certificate" || continue # words before the first one
    keytool -importcert -noprompt -keystore "$trust/cacerts" -storepass changeit \
      -alias "${certificate##*/}" -file "$certificate" >"$trust/log" 2>&1 || { cat "$trust/log" >&2; exit 1; }
  done
  export MAVEN_OPTS="${MAVEN_OPTS:-} -Djavax.net.ssl.trustStore=$trust/cacerts -Djavax.net.ssl.trustStorePassword=changeit"
fi

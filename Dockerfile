# One build, three images: docker build --target api|worker|media-bridge .
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN ./mvnw -B -ntp -Pquick -DskipTests -pl api,worker,media-bridge -am package \
  && for app in api worker media-bridge; do \
       mkdir -p "/out/$app" \
       && tr ':' '\n' < "$app/target/runtime.classpath" | xargs -I{} cp {} "/out/$app/" \
       && cp "$app"/target/carillon-"$app"-*.jar "/out/$app/"; \
     done

FROM eclipse-temurin:25-jre AS runtime
RUN useradd --system --uid 10001 --create-home carillon && install -d -o carillon /var/lib/carillon
USER carillon
WORKDIR /var/lib/carillon
ENV CARILLON_HOME=/var/lib/carillon CARILLON_BIND=0.0.0.0 \
    JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Duser.timezone=UTC"
COPY --chmod=755 docker/healthy /usr/local/bin/healthy

FROM runtime AS api
COPY --from=build /out/api /app
EXPOSE 8080
HEALTHCHECK --interval=10s --start-period=60s CMD ["healthy", "8080"]
ENTRYPOINT ["java", "-cp", "/app/*", "dev.carillon.api.ApiMain"]

FROM runtime AS worker
COPY --from=build /out/worker /app
ENV CARILLON_WORKER_PORT=8082
HEALTHCHECK --interval=10s --start-period=60s CMD ["healthy", "8082"]
ENTRYPOINT ["java", "-cp", "/app/*", "dev.carillon.worker.WorkerMain"]

FROM runtime AS media-bridge
COPY --from=build /out/media-bridge /app
EXPOSE 8081
HEALTHCHECK --interval=10s --start-period=60s CMD ["healthy", "8081"]
ENTRYPOINT ["java", "-cp", "/app/*", "dev.carillon.bridge.BridgeMain"]

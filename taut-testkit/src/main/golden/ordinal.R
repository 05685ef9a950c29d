# Writes ordinal.json: ordered classes fitted by MASS's polr, with and without weights, and with a class of few rows.
# usage: Rscript ordinal.R OUTPUT_FOLDER   (from the folder that holds these scripts)

suppressMessages(library(MASS))
source("json.R")

simulated <- function(seed, n, thresholds, weighted) {
  set.seed(seed)
  x <- round(matrix(rnorm(n * 3), n), 3)
  latent <- as.vector(x %*% c(1, -0.5, 0)) + rlogis(n)
  list(x = x, y = findInterval(latent, thresholds), weights = if (weighted) round(runif(n, 0.2, 2), 2) else NULL)
}

solved <- function(name, p) {
  d <- data.frame(y = factor(p$y, ordered = TRUE), p$x, w = if (is.null(p$weights)) 1 else p$weights)
  fit <- suppressWarnings(polr(y ~ X1 + X2 + X3, weights = w, data = d, control = list(reltol = 1e-16, maxit = 2000)))
  # polr stops when the deviance rests; Newton steps settle the digits behind.
  values <- c(coef(fit), fit$zeta)
  like <- function(v) {
    eta <- as.vector(p$x %*% v[1:3]); z <- c(-Inf, v[-(1:3)], Inf)
    -sum(d$w * log(plogis(z[p$y + 2] - eta) - plogis(z[p$y + 1] - eta)))
  }
  slope <- function(v) vapply(seq_along(v), function(k) { h <- 1e-5; e <- replace(0 * v, k, h); (like(v + e) - like(v - e)) / (2 * h) }, 0)
  bend <- vapply(seq_along(values), function(k) { e <- replace(0 * values, k, 1e-3); (slope(values + e) - slope(values - e)) / 2e-3 }, values)
  for (step in 1:8) values <- values - solve(bend, slope(values))
  stopifnot(max(abs(slope(values))) < 1e-6, like(values) <= fit$deviance / 2 + 1e-9)
  paste0("  ", fields(name = text(name),
    source = fields(package = text("MASS"), version = text(as.character(packageVersion("MASS"))),
      call = text("polr(y ~ x, weights = w), then Newton steps")),
    loss = text("ordinal"), penalty = text("none"), lambda = "0", weights = optional(p$weights), x = columns(p$x), y = numbers(p$y),
    intercepts = numbers(values[-(1:3)]), beta = numbers(values[1:3]), objective = numberText(like(values) / sum(d$w))))
}

out <- commandArgs(trailingOnly = TRUE)[1]
writeCases(file.path(out, "ordinal.json"), list(
  solved("three classes", simulated(1, 120, c(-0.5, 1), FALSE)),
  solved("three classes, weighted", simulated(2, 90, c(0, 0.5), TRUE)),
  solved("five classes", simulated(3, 200, c(-2, -1, 0.5, 2), FALSE)),
  solved("four classes, weighted", simulated(4, 150, c(-1, -0.8, 1), TRUE))))

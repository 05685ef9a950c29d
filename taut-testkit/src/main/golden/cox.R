# Writes cox.json: small survival problems solved by glmnet and by survival's coxph, checked against Taut's conditions.
# usage: Rscript cox.R OUTPUT_FOLDER   (from the folder that holds these scripts)

suppressMessages({library(glmnet); library(survival)})
source("json.R"); source("problems.R")
glmnet.control(fdev = 0, devmax = 1, mnlam = 200, epsnr = 1e-13, mxitnr = 50)
ACCEPT <- 1e-8

# One row per event (per share of a tied event, after Efron): how much of each row is at risk then, and the weight of the term.
terms <- function(p) {
  w <- normal(p); n <- nrow(p$x)
  start <- if (is.null(p$start)) rep(-Inf, n) else p$start
  strata <- if (is.null(p$strata)) rep(0, n) else p$strata
  key <- paste(strata, p$stop); rows <- list(); mass <- c()
  for (k in unique(key[p$event == 1 & w > 0])) {
    died <- key == k & p$event == 1 & w > 0; i <- which(died)[1]
    risk <- strata == strata[i] & start < p$stop[i] & p$stop >= p$stop[i]; d <- sum(died)
    for (l in seq_len(d) - 1) {
      rows[[length(rows) + 1]] <- risk - (if (p$ties == "efron") l / d else 0) * died
      mass <- c(mass, sum(w[died]) / d)
    }
  }
  list(at = do.call(rbind, rows), mass = mass)
}
normal <- function(p) { w <- if (is.null(p$weights)) rep(1, nrow(p$x)) else p$weights; w / sum(w) }

# Minus the log partial likelihood with weights of sum 1, and its gradient, from the definition.
partial <- function(p, beta) {
  w <- normal(p); eta <- as.vector(p$x %*% beta) + (if (is.null(p$offset)) 0 else p$offset)
  r <- w * exp(eta); s <- as.vector(p$terms$at %*% r)
  list(value = sum(p$terms$mass * log(s)) - sum((w * eta)[p$event == 1]),
    gradient = as.vector(crossprod(p$x, r * as.vector(crossprod(p$terms$at, p$terms$mass / s)) - w * p$event)))
}

scales <- function(p) {
  if (!p$standardize) return(rep(1, ncol(p$x)))
  w <- normal(p)
  sqrt(colSums(w * sweep(p$x, 2, colSums(w * p$x))^2))
}
objective <- function(p, lambda, beta) {
  u <- scales(p) * beta
  partial(p, beta)$value + lambda * sum(p$l1Ratio * abs(u) + (1 - p$l1Ratio) / 2 * u^2)
}
worstKkt <- function(p, lambda, beta) {
  u <- scales(p) * beta; s <- -partial(p, beta)$gradient / scales(p) - lambda * (1 - p$l1Ratio) * u; l1 <- lambda * p$l1Ratio
  max(ifelse(u == 0, pmax(0, abs(s) - l1), abs(s - l1 * sign(u))))
}

response <- function(p) {
  y <- if (is.null(p$start)) Surv(p$stop, p$event) else Surv(p$start, p$stop, p$event)
  if (is.null(p$strata)) y else stratifySurv(y, p$strata)
}
byGlmnet <- function(p, lambdas) {
  fit <- glmnet(p$x, response(p), family = "cox", weights = p$weights, offset = p$offset, alpha = p$l1Ratio, lambda = lambdas,
    standardize = p$standardize, thresh = 1e-20, maxit = 1e7)
  list(package = "glmnet", call = sprintf("glmnet(x, y, family = \"cox\", alpha = %g, standardize = %s, thresh = 1e-20)", p$l1Ratio, p$standardize),
    beta = as.matrix(fit$beta))
}
# glmnet's engine for late entries and strata (4.1-6) takes steps with a diagonal Hessian and no line search, and on these problems circles
# around the minimum at a distance of 1e-3. Here Newton's method solves on a support that is corrected until no condition is violated.
byNewton <- function(p, lambdas) {
  d <- scales(p); signs <- b <- rep(0, ncol(p$x)); beta <- c()
  for (lambda in lambdas) {
    l1 <- lambda * p$l1Ratio; l2 <- lambda * (1 - p$l1Ratio)
    if (l1 == 0) signs <- rep(1, length(b))
    for (trial in 1:50) {
      on <- which(signs != 0)
      slope <- function(v) { full <- 0 * b; full[on] <- v; partial(p, full)$gradient[on] + l1 * d[on] * signs[on] + l2 * d[on]^2 * v }
      for (round in seq_len(if (length(on) > 0) 30 else 0)) {
        v <- b[on]; h <- 1e-6 / d[on]
        jacobian <- matrix(vapply(seq_along(on), function(j) { e <- replace(numeric(length(on)), j, h[j]); (slope(v + e) - slope(v - e)) / (2 * h[j]) }, v), length(on))
        step <- solve(jacobian, slope(v)); b[on] <- v - step
        if (max(abs(step * d[on])) < 1e-13) break
      }
      if (l1 == 0) break
      wrong <- on[sign(b[on]) != signs[on]]; s <- -partial(p, b)$gradient / d; late <- which(signs == 0 & abs(s) > l1)
      if (length(wrong) + length(late) == 0) break
      signs[wrong] <- 0; b[wrong] <- 0
      if (length(wrong) == 0) { worst <- late[which.max(abs(s[late]))]; signs[worst] <- sign(s[worst]) }
    }
    beta <- cbind(beta, b)
  }
  list(package = "stats", call = "byNewton(problem) of cox.R: Newton's method on the support", beta = unname(beta))
}
# coxph without a penalty, or with survival's ridge() on raw columns: its theta is lambda times the sum of weights.
byCoxph <- function(p, lambdas) {
  d <- data.frame(p$x); y <- if (is.null(p$start)) Surv(p$stop, p$event) else Surv(p$start, p$stop, p$event)
  w <- if (is.null(p$weights)) rep(1, nrow(p$x)) else p$weights
  strata <- if (is.null(p$strata)) rep(0, nrow(p$x)) else p$strata; o <- if (is.null(p$offset)) rep(0, nrow(p$x)) else p$offset
  x <- p$x
  solve <- function(lambda) {
    theta <- lambda * sum(w)
    f <- if (lambda == 0) y ~ x + strata(strata) + offset(o) else y ~ ridge(x, theta = theta, scale = FALSE) + strata(strata) + offset(o)
    coxph(f, weights = w, ties = p$ties, control = coxph.control(eps = 1e-15, toler.chol = 1e-14, iter.max = 100))$coefficients
  }
  list(package = "survival", call = sprintf("coxph(y ~ %s, ties = \"%s\", control = coxph.control(eps = 1e-15))",
    if (any(lambdas > 0)) "ridge(x, theta = lambda * sum(weights), scale = FALSE)" else "x", p$ties),
    beta = unname(vapply(lambdas, solve, numeric(ncol(p$x)))))
}

data <- function(n = 60, p = 6, seed = 71, ties = TRUE) {
  x <- design(n, p, seed); set.seed(seed + 1)
  eta <- as.vector(scale(x) %*% c(0.8, -0.6, 0, 0.4, 0, 0.2)[seq_len(p)])
  time <- rexp(n, exp(eta) / 5); stop <- if (ties) pmax(1, round(3 * time)) else round(time, 4) + 0.001
  event <- as.numeric(runif(n) < 0.75)
  list(x = x, stop = stop + ifelse(event == 1, 0, 0.25), event = event, start = pmax(0, stop - sample(1:6, n, TRUE)) * 1,
    strata = rep(0:2, length.out = n))
}

case <- function(name, solver, penalty, ties = "breslow", tied = TRUE, late = FALSE, strata = FALSE, weighted = FALSE, offset = FALSE, standardize = TRUE) {
  d <- data(ties = tied); n <- length(d$stop)
  p <- list(name = name, ties = ties, penalty = penalty, l1Ratio = c(none = 0, ridge = 0, lasso = 1, enet = 0.5)[[penalty]], x = d$x, stop = d$stop,
    event = d$event, start = if (late) d$start, strata = if (strata) d$strata, weights = if (weighted) caseWeights(n),
    offset = if (offset) offsets(n), standardize = standardize)
  p$terms <- terms(p)
  null <- max(abs(partial(p, rep(0, ncol(p$x)))$gradient) / scales(p))
  lambdas <- if (penalty == "none") 0 else null * (if (identical(solver, byCoxph)) c(0.3, 0.1, 0.03) else c(0.8, 0.3, 0.1, 0.03, 0.005) / max(p$l1Ratio, 0.1))
  solved <- solver(p, lambdas)
  texts <- vapply(seq_along(lambdas), function(i) {
    b <- solved$beta[, i]; kkt <- worstKkt(p, lambdas[i], b)
    if (!isTRUE(kkt <= ACCEPT)) stop(name, " at ", lambdas[i], ": violation ", kkt)
    paste0("\n    ", fields(lambda = numberText(lambdas[i]), beta = numbers(b), objective = numberText(objective(p, lambdas[i], b)), worstKkt = sprintf("%.2g", kkt)))
  }, "")
  paste0("  ", fields(name = text(name), source = fields(package = text(solved$package), version = text(as.character(packageVersion(solved$package))),
      call = text(solved$call)), ties = text(ties), penalty = text(penalty), l1Ratio = numberText(p$l1Ratio), standardize = flag(standardize),
    weights = optional(p$weights), offset = optional(p$offset), x = columns(p$x), starts = optional(p$start), stops = numbers(p$stop),
    events = numbers(p$event), strata = optional(p$strata), nullScore = numberText(null),
    solutions = paste0("[", paste(texts, collapse = ","), "]")))
}

cases <- list()
add <- function(...) cases[[length(cases) + 1]] <<- case(...)
for (penalty in c("lasso", "enet", "ridge")) for (standardize in c(TRUE, FALSE)) {
  kind <- paste(penalty, if (standardize) "standardized" else "raw", sep = "-")
  add(paste0("glmnet-untied-", kind), byGlmnet, penalty, tied = FALSE, standardize = standardize)
  add(paste0("glmnet-tied-", kind), byGlmnet, penalty, standardize = standardize)
  add(paste0("glmnet-weighted-offset-", kind), byGlmnet, penalty, weighted = TRUE, offset = TRUE, standardize = standardize)
  add(paste0("glmnet-strata-", kind), byNewton, penalty, strata = TRUE, weighted = TRUE, standardize = standardize)
  add(paste0("glmnet-late-", kind), byNewton, penalty, late = TRUE, standardize = standardize)
  add(paste0("glmnet-late-strata-weighted-offset-", kind), byNewton, penalty, late = TRUE, strata = TRUE, weighted = TRUE, offset = TRUE, standardize = standardize)
}
for (ties in c("breslow", "efron")) for (penalty in c("none", "ridge")) for (late in c(FALSE, TRUE)) for (weighted in c(FALSE, TRUE))
  if (penalty == "none" || !late || !weighted) add(paste("coxph", ties, penalty, if (late) "late" else "right", if (weighted) "weighted" else "unit", sep = "-"), byCoxph, penalty, ties = ties,
    late = late, strata = late, weighted = weighted, offset = weighted && penalty == "none", standardize = FALSE)

for (penalty in c("lasso", "ridge")) for (late in c(FALSE, TRUE))
  add(paste("newton-efron", penalty, if (late) "late" else "right", sep = "-"), byNewton, penalty, ties = "efron", late = late, strata = late,
    weighted = TRUE, offset = late)

writeCases(file.path(commandArgs(TRUE)[1], "cox.json"), cases)
cat(length(cases), "problems\n")

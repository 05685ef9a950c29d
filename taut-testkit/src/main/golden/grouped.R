# Multinomial models in which the coefficients of a column over all classes stay or leave together (type.multinomial = "grouped"):
#   (1/W) sum_i w_i l + lambda * sum_j [ rho ||u_j||_2 + (1-rho)/2 ||u_j||_2^2 ],   u_j the row of column j.
# usage: Rscript grouped.R OUTPUT_FOLDER   (from the folder that holds these scripts)

source("reference.R"); source("problems.R"); source("json.R")

groupedKkt <- function(p, lambda, b0, beta) {
  s <- scores(p, b0, beta); u <- scales(p) * beta; l1 <- lambda * p$l1Ratio; l2 <- lambda * (1 - p$l1Ratio)
  norms <- sqrt(rowSums(u^2)); g <- s$u - l2 * u
  away <- ifelse(norms > 0, sqrt(rowSums((g - l1 * u / ifelse(norms > 0, norms, 1))^2)), pmax(0, sqrt(rowSums(g^2)) - l1))
  max(abs(s$b0), away)
}

solveGrouped <- function(p, fractions) {
  s <- newton(p, rep(FALSE, ncol(p$x)))
  score <- max(sqrt(rowSums(scores(p, s$b0, s$beta)$u^2)))
  lambdas <- score * fractions / p$l1Ratio
  fit <- glmnet(p$x, p$y, family = "multinomial", type.multinomial = "grouped", weights = p$weights, alpha = p$l1Ratio,
    lambda = lambdas, standardize = p$standardize, thresh = THRESH, maxit = 1e8)
  stopifnot(length(fit$lambda) == length(lambdas))
  solutions <- lapply(seq_along(lambdas), function(i) {
    c <- coefficients(p, fit, i); u <- scales(p) * c$beta
    kkt <- groupedKkt(p, lambdas[i], c$b0, c$beta)
    if (kkt > ACCEPT) stop(p$name, " at lambda ", lambdas[i], ": violation ", kkt)
    value <- lossValue(p, linear(p, c$b0, c$beta)) + lambdas[i] * (p$l1Ratio * sum(sqrt(rowSums(u^2))) + (1 - p$l1Ratio) / 2 * sum(u^2))
    c(c, list(lambda = lambdas[i], objective = value, kkt = kkt))
  })
  call <- sprintf("glmnet(x, y, family = \"multinomial\", type.multinomial = \"grouped\", alpha = %g, lambda = lambdas, standardize = %s, thresh = %g%s)",
    p$l1Ratio, p$standardize, THRESH, if (is.null(p$weights)) "" else ", weights")
  list(package = "glmnet", version = as.character(packageVersion("glmnet")), call = call, nullScore = score, solutions = solutions)
}

cases <- list()
for (rho in c(1, 0.5)) for (weighted in c(FALSE, TRUE)) for (wide in c(FALSE, TRUE)) {
  x <- if (wide) design(30, 40, 61) else dense("multinomial")
  name <- paste("multinomial-group", rho, if (wide) "wide" else "dense", if (weighted) "weighted" else "unit", sep = "-")
  p <- problem(name, "multinomial", "lasso", x, response("multinomial", x, 37), standardize = !weighted,
    weights = if (weighted) caseWeights(nrow(x)))
  p$penalty <- "group"; p$l1Ratio <- rho
  cases[[name]] <- caseText(p, solveGrouped(p, c(1, 0.6, 0.3, 0.1, 0.03)))
}
writeCases(file.path(commandArgs(TRUE)[1], "grouped.json"), cases)

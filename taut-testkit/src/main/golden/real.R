# Writes real.json: reference fits on real data files, their columns named, so that a test can build the same design from the file.
# usage: Rscript real.R DATA_FOLDER OUTPUT_FOLDER   (from the folder that holds these scripts)

source("reference.R"); source("json.R")
folder <- commandArgs(TRUE)[1]; out <- commandArgs(TRUE)[2]
read <- function(file) read.csv(file.path(folder, file), check.names = FALSE, stringsAsFactors = FALSE)

# Columns of the design: a numeric column by its name, an indicator as name=level. Levels in their order, the first left out.
# An empty list in the file stands for every column but the target and the one that selects the rows.
indicators <- function(name, levels) paste0(name, "=", levels[-1])
column <- function(table, term) {
  parts <- strsplit(term, "=", fixed = TRUE)[[1]]
  if (length(parts) == 1) as.numeric(table[[term]]) else 1 * (as.character(table[[parts[1]]]) == parts[2])
}

fit <- function(name, file, loss, target, terms, penalty = "lasso", l1Ratio = c(none = 0, ridge = 0, lasso = 1, enet = 0.5)[[penalty]],
                rows = NULL, positive = NULL, classes = NULL, exposure = NULL, fractions = c(1, 0.3, 0.1, 0.02), lambdas = NULL, listed = TRUE) {
  table <- read(file)
  if (!is.null(rows)) { parts <- strsplit(rows, "=", fixed = TRUE)[[1]]; table <- table[as.character(table[[parts[1]]]) == parts[2], ] }
  y <- table[[target]]
  y <- if (!is.null(positive)) 1 * (as.character(y) == positive) else if (!is.null(classes)) match(y, classes) - 1L else as.numeric(y)
  x <- vapply(terms, function(t) column(table, t), numeric(nrow(table)))
  p <- list(name = name, loss = loss, penalty = penalty, l1Ratio = l1Ratio, weights = NULL,
    offset = if (!is.null(exposure)) log(table[[exposure]]), factors = NULL, lower = NULL, upper = NULL,
    intercept = TRUE, standardize = TRUE, sparse = FALSE, x = unname(x), y = y)
  solved <- if (penalty == "none") solveUnpenalised(p) else solvePenalised(p, fractions, lambdas)
  lambdaMaxDifference(p, solved)
  violation <- max(vapply(solved$solutions, `[[`, 0, "kkt"))
  cat(sprintf("%-28s %5d x %4d  violation %.1e  lambda_max %.6g\n", name, nrow(x), ncol(x), violation, lambdaMaxOf(p, solved)))
  coefficientMap <- function(b) do.call(fields, setNames(as.list(numberText(b[b != 0])), terms[b != 0]))
  solutions <- vapply(solved$solutions, function(s) paste0("\n    ", fields(lambda = numberText(s$lambda), intercept = numbers(s$b0),
    beta = paste0("[", paste(apply(s$beta, 2, coefficientMap), collapse = ", "), "]"),
    objective = numberText(s$objective), deviance = numberText(deviance(p, s)), worstKkt = sprintf("%.2g", s$kkt))), "")
  paste0("  ", fields(name = text(name), file = text(file), source = fields(package = text(solved$package), version = text(solved$version),
      call = text(solved$call)), loss = text(loss), penalty = text(penalty), l1Ratio = numberText(l1Ratio), target = text(target),
    positive = text(if (is.null(positive)) "" else positive),
    classes = paste0("[", paste(vapply(as.character(classes), text, ""), collapse = ","), "]"),
    rows = text(if (is.null(rows)) "" else rows), exposure = text(if (is.null(exposure)) "" else exposure),
    columns = paste0("[", paste(vapply(if (listed) terms else character(), text, ""), collapse = ","), "]"),
    lambdaMax = numberText(lambdaMaxOf(p, solved)), solutions = paste0("[", paste(solutions, collapse = ","), "]")))
}

# Twice the log-likelihood lost against the saturated model, summed over rows.
deviance <- function(p, s) {
  y <- targetOf(p); own <- switch(p$loss, squared = 0, logistic = 0, multinomial = 0, poisson = mean(y - ifelse(y > 0, y * log(y), 0)))
  2 * nrow(p$x) * (lossValue(p, linear(p, s$b0, s$beta)) - own)
}

except <- function(file, ...) setdiff(names(read(file)), c(...))
heart <- c("sbp", "tobacco", "ldl", "famhist=Present", "obesity", "alcohol", "age")
months <- c("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
weather <- c("clear", "cloudy/misty", "light rain/snow", "heavy rain/snow")
stopifnot(setequal(months, read("bikeshare.csv")$mnth), setequal(weather, read("bikeshare.csv")$weathersit))
bikes <- c(indicators("mnth", months), indicators("hr", 0:23), "workingday", "temp", indicators("weathersit", weather))
mass <- read("mass_insurance.csv")
cars <- unlist(lapply(c("District", "Group", "Age"), function(n) indicators(n, unique(mass[[n]]))))
golub <- except("leukemia_golub.csv.gz", "class", "split")

fits <- list(
  fit("prostate-ols", "prostate.csv", "squared", "lpsa", except("prostate.csv", "lpsa", "train"), "none", rows = "train=1"),
  fit("prostate-lasso", "prostate.csv", "squared", "lpsa", except("prostate.csv", "lpsa", "train")),
  fit("diabetes-lasso", "diabetes.csv", "squared", "progression", except("diabetes.csv", "progression")),
  fit("diabetes-ridge", "diabetes.csv", "squared", "progression", except("diabetes.csv", "progression"), "ridge"),
  fit("quickstart-lasso", "glmnet_quickstart.csv", "squared", "y", except("glmnet_quickstart.csv", "y"),
    fractions = NULL, lambdas = c(0.5, 0.1, 0.02)),
  fit("saheart-seven", "saheart.csv", "logistic", "chd", heart, "none"),
  fit("saheart-nine", "saheart.csv", "logistic", "chd", c(heart, "adiposity", "typea"), "none"),
  fit("saheart-lasso", "saheart.csv", "logistic", "chd", c(heart, "adiposity", "typea")),
  fit("binomial-lasso", "glmnet_binomial.csv", "logistic", "y", except("glmnet_binomial.csv", "y")),
  fit("wdbc-enet", "breast_cancer_wdbc.csv", "logistic", "diagnosis", except("breast_cancer_wdbc.csv", "diagnosis"), "enet",
    positive = "malignant"),
  fit("golub-lasso", "leukemia_golub.csv.gz", "logistic", "class", golub, positive = "AML", rows = "split=train", listed = FALSE, fractions = c(1, 0.5, 0.2)),
  fit("golub-enet", "leukemia_golub.csv.gz", "logistic", "class", golub, "enet", positive = "AML", rows = "split=train", listed = FALSE, fractions = c(1, 0.5, 0.2)),
  fit("bikeshare", "bikeshare.csv", "poisson", "bikers", bikes, "none"),
  fit("bikeshare-lasso", "bikeshare.csv", "poisson", "bikers", bikes),
  fit("poisson-lasso", "glmnet_poisson.csv", "poisson", "y", except("glmnet_poisson.csv", "y")),
  fit("mass-insurance", "mass_insurance.csv", "poisson", "Claims", cars, "none", exposure = "Holders"),
  fit("wine-lasso", "wine.csv", "multinomial", "class", except("wine.csv", "class"), classes = paste0("class_", 0:2)),
  fit("iris-enet", "iris.csv", "multinomial", "Species", except("iris.csv", "Species"), "enet",
    classes = c("setosa", "versicolor", "virginica")))

writeCases(file.path(out, "real.json"), fits)

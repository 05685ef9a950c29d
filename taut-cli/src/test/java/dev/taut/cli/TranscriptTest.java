package dev.taut.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole sessions on the bundled data, word for word but for times. */
class TranscriptTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    inspect           | taut inspect diabetes.csv --target progression
                    inspect-assumed   | taut inspect wine.csv
                    inspect-messy     | taut inspect titanic.csv --target Survived --allow T0305
                    inspect-markdown  | taut inspect diabetes.csv --target progression --markdown
                    fit               | taut fit diabetes.csv --target progression -o out
                    fit-markdown      | taut fit diabetes.csv --target progression -o out --markdown
                    fit-verbose       | taut fit diabetes.csv --target progression --holdout 0 --verbose
                    fit-none          | taut fit diabetes.csv --target progression --penalty none
                    fit-given         | taut fit diabetes.csv --target progression --lambda 20 --holdout 0
                    fit-scaled        | taut fit diabetes.csv --target progression --lambda 100 --lambda-scale sklearn --penalty ridge
                    fit-compat        | taut fit diabetes.csv --target progression --compat glmnet --penalty enet:0.3 --free bmi
                    fit-too-strong    | taut fit diabetes.csv --target progression --lambda 400
                    fit-constrained   | taut fit diabetes.csv --target progression --constrain s1+s2=0;bmi<=`s5`
                    fit-bounded       | taut fit diabetes.csv --target progression --bounds bmi=..1 --force age
                    fit-two-classes   | taut fit titanic.csv --target Survived --exclude PassengerId,Name,Ticket
                    fit-text          | taut fit titanic.csv --target Survived --exclude PassengerId,Ticket,Cabin --text Name --terms presence,min-rows=10
                    fit-three-classes | taut fit wine.csv --target class
                    fit-gamma         | taut fit diabetes.csv --target progression --loss gamma
                    fit-huber         | taut fit diabetes.csv --target progression --loss huber:50 --holdout 0
                    fit-probit        | taut fit titanic.csv --target Survived --exclude PassengerId,Name,Ticket,Cabin --link probit
                    fit-squared-hinge | taut fit titanic.csv --target Survived --exclude PassengerId,Name,Ticket,Cabin --loss squared-hinge
                    tune-hinge        | taut tune titanic.csv --target Survived --exclude PassengerId,Name,Ticket,Cabin --loss hinge --penalty ridge --lambdas 20:1e-3 --folds 5
                    fit-kernel        | taut fit diabetes.csv --target progression --kernel rbf --C 100,1000 --folds 5
                    fit-kernel-classes | taut fit wine.csv --target class --kernel poly --C 1 --degree 2 --folds 5 --rule min
                    fit-ordinal       | taut fit titanic.csv --target Pclass --loss ordinal --exclude PassengerId,Name,Ticket,Cabin,Fare --folds 5
                    tune-order        | taut tune wine.csv --target class --loss ordinal --lambdas 20 --folds 5
                    fit-sqrt          | taut fit diabetes.csv --target progression --loss sqrt --folds 5
                    compare-huber     | taut compare diabetes.csv --target progression --loss huber:auto --penalties ridge,lasso --lambdas 20 --folds 5
                    path-inverse      | taut path titanic.csv --target Survived --exclude PassengerId,Name,Ticket,Cabin --loss squared_hinge --penalty ridge --C 0.01,1 --knots
                    tune-theta        | taut tune diabetes.csv --target progression --loss negbin --folds 5
                    fit-exposure      | taut fit diabetes.csv --target progression --loss negbin:2 --offset log(age)
                    path              | taut path diabetes.csv --target progression
                    path-knots        | taut path diabetes.csv --target progression --knots
                    path-ridge        | taut path diabetes.csv --target progression --penalty ridge --lambdas 5
                    path-float32      | taut path diabetes.csv --target progression --storage float32 --lambdas 5
                    path-scaled       | taut path diabetes.csv --target progression --lambda 10,1 --lambda-scale glmnet --penalty enet --knots
                    path-compat       | taut path diabetes.csv --target progression --compat glmnet --penalty ridge --lambda 10,1 --knots
                    tune-compat       | taut tune titanic.csv --target Survived --exclude PassengerId,Name,Ticket,Cabin --compat glmnet --folds 5
                    tune              | taut tune diabetes.csv --target progression --folds 5 --repeats 2
                    tune-bic          | taut tune diabetes.csv --target progression --folds 5 --rule bic
                    tune-gcv          | taut tune diabetes.csv --target progression --folds 5 --penalty ridge --rule gcv --nested
                    fit-nested        | taut fit diabetes.csv --target progression --folds 5 --nested
                    tune-mixtures     | taut tune diabetes.csv --target progression --l1-ratio 0.1,0.9 --folds 5
                    compare           | taut compare diabetes.csv --target progression
                    compare-classes   | taut compare titanic.csv --target Survived --exclude PassengerId,Name,Ticket,Cabin --penalties ridge,lasso
                    compare-separable | taut compare wine.csv --target class --penalties none,ridge,lasso
                    select            | taut select diabetes.csv --target progression -o out
                    select-concave    | taut select diabetes.csv --target progression --assume r-concave --budget 5
                    select-classes    | taut select titanic.csv --target Survived --exclude PassengerId,Name,Ticket,Cabin --pairs 20
                    dry-run           | taut fit diabetes.csv --target progression --dry-run --l1-ratio 0.5
                    demo              | taut demo
                    demo-titanic      | taut demo titanic
                    demo-wine         | taut demo wine -o tour
                    explain           | taut explain T0303
                    explain-term      | taut explain one standard error
                    explain-all       | taut explain
                    """)
    void aSessionReadsLikeThis(String name, String command) {
        Shell.Ended ended = new Shell(folder)
                .bundled("diabetes.csv")
                .bundled("titanic.csv")
                .bundled("wine.csv")
                .run(command);
        assertThat(ended.code()).isZero();
        assertThat(ended.out().lines().filter(line -> !line.startsWith("|")))
                .allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                        .as(line)
                        .isLessThanOrEqualTo(80));
        Snapshots.assertMatches("transcripts/" + name, ended.transcript());
    }
}
